import { setTimeout as wait } from "node:timers/promises";
import { encodeEnrolCode } from "../../../shared/domain/enrol.ts";
import { hexDecode } from "../../../shared/domain/text.ts";
import { queryOne } from "../database/database.ts";
import type { CentreDeps } from "../deps.ts";
import { createEnrolmentCode } from "../enrolment/create-code.ts";
import { decideEnrolment } from "../enrolment/decide.ts";

const TILL_CODE = "01";
const LOOK_EVERY_MS = 500;

type Waiting = {
  enrolment_id: string;
  secret: string;
  state: string;
  fingerprint: string | null;
};

/** The one-time code of the demo till at an outlet, the same until it is used; null once enrolled. */
export async function demoTillCode(deps: CentreDeps, outletId: string): Promise<string | null> {
  if (await isEnrolled(deps, outletId)) return null;
  const open = await waitingEnrolment(deps, outletId);
  if (open !== null) {
    const rootHash = hexDecode(deps.keys.root.fingerprint) ?? new Uint8Array();
    return encodeEnrolCode(deps.keys.box.open(open.secret), rootHash);
  }
  const wanted = { outletId, tillCode: TILL_CODE, deviceKind: "till", userId: null } as const;
  return (await createEnrolmentCode(deps, wanted)).code;
}

/**
 * Says yes for the admin to the demo till, as soon as one comes with the code above. Only for a
 * machine on which till and centre are started together, where nobody else knows that code.
 */
export async function acceptDemoTill(deps: CentreDeps, outletId: string): Promise<void> {
  while (!(await isEnrolled(deps, outletId))) {
    const open = await waitingEnrolment(deps, outletId);
    if (open?.state === "PENDING" && open.fingerprint !== null) {
      const { enrolment_id: enrolmentId, fingerprint } = open;
      await decideEnrolment(deps, { enrolmentId, accept: true, fingerprint, userId: null });
      return;
    }
    await wait(LOOK_EVERY_MS);
  }
}

async function isEnrolled(deps: CentreDeps, outletId: string): Promise<boolean> {
  const till = await queryOne(
    deps.database,
    "select 1 from till where regency_id = $1 and outlet_id = $2 and till_code = $3",
    [deps.regencyId, outletId, TILL_CODE],
  );
  return till !== null;
}

function waitingEnrolment(deps: CentreDeps, outletId: string): Promise<Waiting | null> {
  return queryOne<Waiting>(
    deps.database,
    `select enrolment_id, secret, state, fingerprint from enrolment
     where regency_id = $1 and outlet_id = $2 and till_code = $3
       and state in ('OPEN', 'PENDING') and expires_at > $4
     order by created_at desc limit 1`,
    [deps.regencyId, outletId, TILL_CODE, deps.clock.wallMs()],
  );
}
