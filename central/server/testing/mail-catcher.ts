import { type AddressInfo, createServer, type Socket } from "node:net";

/** An SMTP server of this machine that keeps what it is given. */
export type MailCatcher = {
  readonly port: number;
  /** each mail as it came, with its head */
  readonly mails: string[];
  /** what it says to a recipient; 250 takes the mail */
  answer: string;
  close(): void;
};

/** Starts a catcher that lets in who knows the password. */
export async function catchMail(login: { user: string; pass: string }): Promise<MailCatcher> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy()).setEncoding("latin1");
    talk(socket, catcher, Buffer.from(`\0${login.user}\0${login.pass}`).toString("base64"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const catcher: MailCatcher = {
    port: (server.address() as AddressInfo).port,
    mails: [],
    answer: "250 ok",
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return catcher;
}

function talk(socket: Socket, catcher: MailCatcher, password: string): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let text = "";
  let isMail = false;
  const step = (line: string): void => {
    const word = line.slice(0, 4).toUpperCase();
    if (word === "EHLO") say("250-here\r\n250 AUTH PLAIN");
    else if (word === "AUTH") say(line.endsWith(password) ? "235 ok" : "535 no");
    else if (word === "RCPT") say(catcher.answer);
    else if (word === "QUIT") socket.end("221 bye\r\n");
    else say(word === "DATA" ? "354 go on" : "250 ok");
    isMail = word === "DATA";
  };
  say("220 here");
  socket.on("data", (chunk) => {
    text += String(chunk);
    for (;;) {
      const mark = isMail ? "\r\n.\r\n" : "\r\n";
      const end = text.indexOf(mark);
      if (end < 0) return;
      const part = text.slice(0, end);
      text = text.slice(end + mark.length);
      if (!isMail) step(part);
      else {
        catcher.mails.push(part);
        isMail = false;
        say("250 taken");
      }
    }
  });
}
