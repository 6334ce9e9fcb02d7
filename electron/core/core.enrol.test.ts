import { afterEach, beforeEach, expect, test } from "vitest";
import { encodeEnrolCode } from "../../shared/domain/enrol.ts";
import { ABSENT_CENTRE, prepareTill } from "./testing/prepare-till.ts";
import { countTill } from "./testing/read-till.ts";
import { newId, startCore, type TestCore, temporaryFolder } from "./testing/test-core.ts";

const CODE = encodeEnrolCode(new Uint8Array(10).fill(7), new Uint8Array(32).fill(9));

let folder: ReturnType<typeof temporaryFolder>;
let core: TestCore;
beforeEach(async () => {
  folder = temporaryFolder();
  core = await startCore(folder.path);
});
afterEach(async () => {
  await core.close();
  folder.remove();
});

const enrol = (code: string, centreUrl = ABSENT_CENTRE) =>
  core.cashier.enrol.start.mutate({ centreUrl, code });

test("a new device waits for its code and sells nothing", async () => {
  expect(core.state()).toMatchObject({ phase: "ENROL", till: null, cashiers: [] });
  expect(core.state().sync.state).toBe("NOT_ENROLLED");
  const scan = core.cashier.scan.text.mutate({ text: "8990000000000", source: "WEDGE" });
  await expect(scan).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
  const product = core.cashier.cart.add.mutate({ productId: newId(), qty: 1 });
  await expect(product).rejects.toMatchObject({ code: "NOT_LOGGED_IN" });
});

test.each(["", "ABCD", `${CODE}A`, CODE.replace(/.$/, "1")])(
  "%j is no enrolment code",
  async (code) => {
    await expect(enrol(code)).rejects.toMatchObject({ code: "ENROL_CODE_MALFORMED" });
  },
);

test("a centre that is not there leaves nothing waiting: the code can be tried again", async () => {
  await expect(enrol(CODE)).rejects.toMatchObject({ code: "CENTRE_UNREACHABLE" });
  expect(core.state()).toMatchObject({ phase: "ENROL", enrolment: null });
  expect(countTill(folder.path, "SELECT count(*) FROM enrolment")).toBe(0);
});

test("a centre elsewhere is not talked to without encryption", async () => {
  const call = enrol(CODE, "http://pusat.contoh.test");
  await expect(call).rejects.toMatchObject({ code: "CENTRE_PLAIN_HTTP" });
});

test("a till that is enrolled is not enrolled again", async () => {
  await core.close();
  folder.remove();
  folder = temporaryFolder();
  await prepareTill(folder.path);
  core = await startCore(folder.path);
  await expect(enrol(CODE)).rejects.toMatchObject({ code: "ALREADY_ENROLLED" });
});
