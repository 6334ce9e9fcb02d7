import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page } from "@playwright/test";
import { launchTill, type TillApp } from "../support/till-app.ts";
import { test as base } from "./till-folder.ts";

type Outside = { readonly url: string; readonly requests: readonly string[] };

/** A camera that is none; who may use it is left to the shell. */
const FAKE_CAMERA = ["--use-fake-device-for-media-stream"];

const test = base.extend<{ till: TillApp; outside: Outside }>({
  till: async ({ shop }, use) => {
    const till = await launchTill({ dataDir: shop.dataDir, switches: FAKE_CAMERA });
    await till.cashier.getByRole("radio").first().waitFor();
    await use(till);
    await till.close();
  },
  /** A server that must never hear of us. */
  outside: async ({ browserName: _ }, use) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? "");
      response.setHeader("access-control-allow-origin", "*").end("<title>outside</title>");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await use({ url: `http://127.0.0.1:${port}`, requests });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

test("a page cannot be led away", async ({ till, outside }) => {
  const { cashier } = till;
  const home = cashier.url();
  for (const target of [
    outside.url,
    "file:///etc/hostname",
    "app://bela-beli/display/index.html",
  ]) {
    await cashier.evaluate((url) => {
      window.location.href = url;
    }, target);
    await cashier.evaluate((url) => {
      const link = document.createElement("a");
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    expect(await stillHere(cashier)).toBe(home);
  }
  await cashier.evaluate((url) => {
    const form = document.createElement("form");
    form.action = url;
    form.method = "post";
    document.body.append(form);
    form.submit();
    form.remove();
  }, outside.url);
  await cashier.evaluate(() => window.location.reload());
  expect(await stillHere(cashier)).toBe(home);
  expect(outside.requests).toEqual([]);
});

test("a page cannot open a window", async ({ till, outside }) => {
  const opened = await till.cashier.evaluate(
    (url) => [window.open(url), window.open("about:blank"), window.open("", "_blank")],
    outside.url,
  );
  expect(opened).toEqual([null, null, null]);
  expect(till.app.windows()).toHaveLength(2);
  expect(outside.requests).toEqual([]);
});

test("a page reaches nothing outside", async ({ till, outside }) => {
  const results = await till.cashier.evaluate(async (url) => {
    const settled = async (action: () => Promise<unknown>): Promise<string> => {
      try {
        return `came through: ${String(await action())}`;
      } catch {
        return "denied";
      }
    };
    const loads = (tag: "img" | "script" | "iframe"): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const element = document.createElement(tag);
        element.addEventListener("load", resolve);
        element.addEventListener("error", reject);
        window.addEventListener("securitypolicyviolation", reject, { once: true });
        element.src = `${url}/${tag}`;
        document.body.append(element);
      });
    const socket = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const opened = new WebSocket(url.replace("http", "ws"));
        opened.addEventListener("open", resolve);
        opened.addEventListener("error", reject);
      });
    return {
      fetch: await settled(() => fetch(`${url}/fetch`)),
      image: await settled(() => loads("img")),
      script: await settled(() => loads("script")),
      frame: await settled(() => loads("iframe")),
      socket: await settled(socket),
      beacon: navigator.sendBeacon(`${url}/beacon`) ? "queued" : "denied",
      file: await settled(() => fetch("file:///etc/hostname")),
      keys: await settled(async () => {
        const answer = await fetch("app://bela-beli/../keys.sealed");
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.status;
      }),
    };
  }, outside.url);
  expect(results).toMatchObject({
    fetch: "denied",
    image: "denied",
    script: "denied",
    frame: "denied",
    socket: "denied",
    file: "denied",
    keys: "denied",
  });
  expect(outside.requests).toEqual([]);
});

test("a page has no way to run text as code, nor to Node or Electron", async ({ till }) => {
  for (const page of [till.cashier, till.display]) {
    const found = await page.evaluate(() => ({
      globals: ["require", "process", "Buffer", "electron", "ipcRenderer", "module"].filter(
        (name) => name in window,
      ),
      inline: (() => {
        const script = document.createElement("script");
        script.textContent = "window.ranInline = true";
        document.body.append(script);
        return "ranInline" in window;
      })(),
    }));
    expect(found).toEqual({ globals: [], inline: false });
  }
});

test("windows are sandboxed and isolated", async ({ till }) => {
  const preferences = await till.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Not in Electron's types, but the only place that tells what a window really runs with.
      const told = contents as unknown as {
        getLastWebPreferences(): Record<string, boolean> | null;
      };
      contents.openDevTools();
      const given = told.getLastWebPreferences();
      return {
        sandbox: given?.["sandbox"],
        contextIsolation: given?.["contextIsolation"],
        nodeIntegration: given?.["nodeIntegration"],
        webSecurity: given?.["webSecurity"],
        devTools: contents.isDevToolsOpened(),
      };
    }),
  );
  const strict = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: false,
  };
  expect(preferences).toEqual([strict, strict]);
});

test("only the cashier gets the camera, and nobody sound or anything else", async ({ till }) => {
  const ask = (page: Page) =>
    page.evaluate(async () => {
      const media = async (wanted: MediaStreamConstraints): Promise<string> => {
        try {
          const stream = await navigator.mediaDevices.getUserMedia(wanted);
          for (const track of stream.getTracks()) track.stop();
          return "given";
        } catch {
          return "denied";
        }
      };
      const place = (): Promise<string> =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve("given"),
            () => resolve("denied"),
          );
        });
      const screen = (): Promise<string> =>
        navigator.mediaDevices.getDisplayMedia({ video: true }).then(
          () => "given",
          () => "denied",
        );
      return {
        camera: await media({ video: true }),
        sound: await media({ audio: true }),
        both: await media({ video: true, audio: true }),
        notifications: await Notification.requestPermission(),
        place: await place(),
        screen: await screen(),
        clipboard: await navigator.clipboard.readText().then(
          () => "given",
          () => "denied",
        ),
      };
    });
  const refused = {
    sound: "denied",
    both: "denied",
    notifications: "denied",
    place: "denied",
    screen: "denied",
    clipboard: "denied",
  };
  expect(await ask(till.cashier)).toEqual({ ...refused, camera: "given" });
  expect(await ask(till.display)).toEqual({ ...refused, camera: "denied" });
});

test("section 9 row 21, kiosk escape: keys that reload, zoom, print or close are swallowed", async ({
  till,
}) => {
  const { app, cashier } = till;
  await cashier.evaluate(() => {
    const pressed: string[] = [];
    Object.assign(window, { pressed });
    window.addEventListener("keydown", ({ code }) => pressed.push(code), { capture: true });
  });
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.isFocusable());
    const send = (keyCode: string, modifiers: ("control" | "shift" | "alt")[] = []): void =>
      window?.webContents.sendInputEvent({ type: "keyDown", keyCode, modifiers });
    send("F5");
    send("R", ["control"]);
    send("I", ["control", "shift"]);
    send("Plus", ["control"]);
    send("P", ["control"]);
    send("W", ["control"]);
    send("Left", ["alt"]);
    send("F8");
  });
  await cashier.waitForFunction(() =>
    (window as unknown as { pressed: string[] }).pressed.includes("F8"),
  );
  const pressed = await cashier.evaluate(
    () => (window as unknown as { pressed: string[] }).pressed,
  );
  expect(pressed.filter((code) => !/^(Control|Shift|Alt)/.test(code))).toEqual(["F8"]);
  expect(app.windows()).toHaveLength(2);
});

test("there is no menu, and the display cannot take the focus", async ({ till }) => {
  const found = await till.app.evaluate(({ BrowserWindow, Menu }) => ({
    menu: Menu.getApplicationMenu(),
    focusable: BrowserWindow.getAllWindows().filter((window) => window.isFocusable()).length,
  }));
  expect(found).toEqual({ menu: null, focusable: 1 });
});

/** The page's address once what was started has had its chance: a call to it still answers. */
async function stillHere(page: Page): Promise<string> {
  await page.evaluate(() => fetch("app://bela-beli/cashier/index.html").then((one) => one.text()));
  return page.url();
}
