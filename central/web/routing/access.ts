import type { CentreRole } from "../../../shared/contract/roles.ts";

/** Which pages a role is shown. The centre checks every request again; this only keeps doors out of sight. */
export type Access = {
  readonly overview: boolean;
  /** names and months of people in any office */
  readonly people: boolean;
  readonly sales: boolean;
  readonly tills: boolean;
  readonly enrolTills: boolean;
  /** entries kept aside, and sales whose month is doubtful, each one whole */
  readonly seeEntries: boolean;
  /** to decide of them, to revoke tills, to lock months */
  readonly decideEntries: boolean;
  /** the people at the tills and their cards */
  readonly staff: boolean;
  readonly issueCards: boolean;
  /** employee cards that tills bound, with names */
  readonly cards: boolean;
  readonly decideCards: boolean;
  readonly ownOffice: boolean;
};

const NOTHING: Access = {
  overview: false,
  people: false,
  sales: false,
  tills: false,
  enrolTills: false,
  seeEntries: false,
  decideEntries: false,
  staff: false,
  issueCards: false,
  cards: false,
  decideCards: false,
  ownOffice: false,
};

export const ACCESS: Record<CentreRole, Access> = {
  ADMIN: {
    ...NOTHING,
    overview: true,
    people: true,
    sales: true,
    tills: true,
    enrolTills: true,
    seeEntries: true,
    decideEntries: true,
    staff: true,
    issueCards: true,
    cards: true,
    decideCards: true,
  },
  DKUPP: { ...NOTHING, overview: true, sales: true, tills: true },
  BKPSDM: {
    ...NOTHING,
    overview: true,
    people: true,
    sales: true,
    cards: true,
    decideCards: true,
  },
  AUDITOR: {
    ...NOTHING,
    overview: true,
    people: true,
    sales: true,
    tills: true,
    seeEntries: true,
    staff: true,
    cards: true,
  },
  OUTLET_MANAGER: { ...NOTHING, overview: true, sales: true, tills: true, staff: true },
  OPD_HEAD: { ...NOTHING, ownOffice: true },
  ASN: NOTHING,
};
