import { hashPassword } from "../../central/server/people/password.ts";
import { saveUser } from "../../central/server/stores/user.ts";
import { SHOP } from "../../central/server/testing/shop.ts";
import { startTestCentre, type TestCentre } from "../../central/server/testing/test-centre.ts";
import { newId, TestTill, type WrittenEntry } from "../../central/server/testing/test-till.ts";
import { TillShift } from "../../central/server/testing/till-shift.ts";

/** A sale as its till wrote it. */
export type SoldEntry = WrittenEntry & { readonly saleId: string; readonly number: string };

/** A centre that already counted a few signed sales of one till. */
export type CentreWithSales = {
  readonly centre: TestCentre;
  readonly sound: SoldEntry;
  /** kept aside: what it says it counted is not what its lines say */
  readonly faulty: SoldEntry;
};

export const HEAD_LOGIN = { username: "kepala.uji", password: "empat kata acak sekali" };

/**
 * Starts it, with till 01 enrolled, one person over the minimum, one sale kept aside, one under a doubtful clock and
 * a bound card.
 */
export async function startCentreWithSales(nowMs: number): Promise<CentreWithSales> {
  const centre = await startTestCentre();
  const till = new TestTill(centre.url);
  const code = await centre.issueCode();
  await till.enrol(code);
  await centre.approvePending();
  await till.enrol(code);
  await till.hello();
  const shift = new TillShift(till, { startMs: nowMs - 60_000, tillCode: "01" });
  const sound = shift.sell({ qty: 2 });
  shift.sell({ personId: null });
  const faulty = shift.sell({ change: { counted: 1 } });
  shift.bindCard({ personId: SHOP.shortPersonId });
  shift.sell({ personId: SHOP.shortPersonId, change: { clock: "DOUBTFUL" } });
  await till.push();
  await saveHead(centre);
  return { centre, sound: sold(sound), faulty: sold(faulty) };
}

function sold(written: ReturnType<TillShift["sell"]>): SoldEntry {
  const { saleId, number } = written.sale;
  return { ...written, saleId, number };
}

/** The head of the shop's own office. */
async function saveHead({ centre: { deps } }: TestCentre): Promise<void> {
  const passwordHash = await hashPassword(HEAD_LOGIN.password);
  await deps.database.transaction((tx) =>
    saveUser(tx, deps.regencyId, {
      userId: newId(),
      username: HEAD_LOGIN.username,
      name: "Kepala Dinas Uji",
      role: "OPD_HEAD",
      officeId: SHOP.officeId,
      personId: null,
      passwordHash,
      mustChangePassword: false,
    }),
  );
}
