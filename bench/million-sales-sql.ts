import { SHOP } from "./selling-window.ts";

/** Sales in the file of a till that has sold for years. */
export const SALES = 1_000_000;

/* One each hundred seconds, the newest yesterday: more than three years of a busy gallery. */
const STEP_MS = 100_000;
const SALES_A_DAY = 864;
const WIB_MS = 7 * 3_600_000;
const TOTAL = "a.unit_price + b.unit_price * s.qty_b";
const ASN = "s.person_id IS NOT NULL";

/** An id as the till makes them, in the order of time; `kind` keeps those of one sale apart. */
function id(kind: number): string {
  return `printf('%08x-%04x-7%03x-800${kind}-%012x', at >> 16, at & 65535, i & 4095, i)`;
}

function wib(format: string): string {
  return `strftime('${format}', (at + ${WIB_MS}) / 1000, 'unixepoch')`;
}

const HELPERS = `
CREATE TEMP TABLE goods AS
  SELECT row_number() OVER (ORDER BY p.product_no) - 1 AS n, p.product_id, p.maker_id, p.name,
    m.name AS maker_name, p.unit_price
  FROM product p JOIN maker m ON m.maker_id = p.maker_id;
CREATE UNIQUE INDEX temp.goods_n ON goods (n);
CREATE TEMP TABLE buyer AS
  SELECT row_number() OVER (ORDER BY person_id) - 1 AS n, person_id FROM person;
CREATE UNIQUE INDEX temp.buyer_n ON buyer (n);
CREATE TEMP TABLE staff AS SELECT min(cashier_id) AS cashier_id FROM cashier;

CREATE TEMP TABLE sold AS
  WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < ${SALES}),
  timed AS (
    SELECT i, (unixepoch() - 86400) * 1000 - (${SALES} - i) * ${STEP_MS} AS at FROM counted
  )
  SELECT i, at, i + 1 AS seq, i / ${SALES_A_DAY} AS day, ${id(1)} AS sale_id,
    ${id(2)} AS command_id, ${id(3)} AS job_id, ${wib("%Y-%m")} AS period,
    'KB-01-' || substr(${wib("%Y%m%d")}, 3) || printf('-%06d', i) AS number,
    (i * 7919) % ${SHOP.products} AS goods_a,
    (i * 104729 + 1) % ${SHOP.products} AS goods_b, 1 + i % 3 AS qty_b,
    person_id
  FROM timed LEFT JOIN buyer ON i % 3 > 0 AND n = (i * 31) % ${SHOP.people};
CREATE TEMP TABLE workday AS
  SELECT day, min(seq) AS seq, min(at) AS at, max(at) AS closed_at FROM sold
  GROUP BY day;
`;

const JOURNAL = `
INSERT INTO journal (seq, kind, at, prev_hash, hash, signature, receipt_signature, body)
  SELECT s.seq, 'SALE', s.at, printf('%064x', s.i - 1), printf('%064x', s.i),
    printf('%086d', s.i), printf('%086d', s.i),
    json_object('v', 1, 'kind', 'SALE', 'at', strftime('%FT%T.000Z', s.at / 1000, 'unixepoch'),
      'clock', 'CENTRE', 'actorId', staff.cashier_id, 'commandId', s.command_id,
      'saleId', s.sale_id, 'number', s.number, 'period', s.period, 'feedSeq', 1,
      'buyer', json_object('kind', iif(${ASN}, 'ASN', 'PUBLIC'), 'personId', s.person_id),
      'lines', json_array(
        json_object('no', 1, 'productId', a.product_id, 'makerId', a.maker_id, 'qty', 1,
          'unitPrice', a.unit_price, 'net', a.unit_price, 'mayCount', json('true')),
        json_object('no', 2, 'productId', b.product_id, 'makerId', b.maker_id, 'qty', s.qty_b,
          'unitPrice', b.unit_price, 'net', b.unit_price * s.qty_b, 'mayCount', json('true'))),
      'total', ${TOTAL}, 'tenders', json_array(json_object('no', 1, 'kind', 'CASH',
        'amount', ${TOTAL}, 'confirmedBy', NULL)), 'change', 0)
  FROM sold s JOIN goods a ON a.n = s.goods_a JOIN goods b ON b.n = s.goods_b JOIN staff;
`;

const SHIFTS = `
INSERT INTO shift (shift_id, opened_seq, opened_at, opened_by, float, closed_at)
  SELECT 'shift-' || day, workday.seq, workday.at, cashier_id, 200000, closed_at
  FROM workday JOIN staff;
`;

const SALE_ROWS = `
INSERT INTO sale (sale_id, seq, number, command_id, at, period, shift_id, cashier_id, buyer_kind,
    person_id, assurance, card_serial, proxy, match, total, counted, change)
  SELECT s.sale_id, s.seq, s.number, s.command_id, s.at, s.period, 'shift-' || s.day, cashier_id,
    iif(${ASN}, 'ASN', 'PUBLIC'), s.person_id, iif(${ASN}, 'SIGNED_CARD', NULL), NULL, 0,
    iif(${ASN}, 'MATCHED', 'NONE'), ${TOTAL}, iif(${ASN}, ${TOTAL}, 0), 0
  FROM sold s JOIN goods a ON a.n = s.goods_a JOIN goods b ON b.n = s.goods_b JOIN staff;
INSERT INTO sale_line (sale_id, no, product_id, maker_id, product_name, maker_name, qty, unit_price,
    line_discount, sale_discount, net, may_count, share_bp)
  SELECT s.sale_id, line.no, g.product_id, g.maker_id, g.name, g.maker_name, line.qty, g.unit_price,
    0, 0, g.unit_price * line.qty, 1, 1000
  FROM sold s
    JOIN (SELECT i, 1 AS no, goods_a AS n, 1 AS qty FROM sold
      UNION ALL SELECT i, 2, goods_b, qty_b FROM sold) line ON line.i = s.i
    JOIN goods g ON g.n = line.n;
INSERT INTO tender (sale_id, no, kind, amount, confirmed_by)
  SELECT sale_id, 1, 'CASH', total, NULL FROM sale;
INSERT INTO stock_movement (seq, no, product_id, qty, reason)
  SELECT s.seq, l.no, l.product_id, -l.qty, 'SALE' FROM sale s JOIN sale_line l USING (sale_id);
`;

const AROUND = `
INSERT INTO print_job (job_id, document_kind, document_ref, copy, outcome, created_at, changed_at)
  SELECT job_id, 'SALE', sale_id, 0, 'PRINTED', at, at FROM sold;
INSERT INTO command (command_id, procedure, fingerprint, result, at)
  SELECT command_id, 'sale.pay', printf('%064x', i), sale_id, at FROM sold;
UPDATE counter SET receipt = ${SALES}, turnover = (SELECT sum(total) FROM sale),
  opened_period = strftime('%Y-%m', 'now', '+7 hours');
UPDATE sync_state SET acknowledged_seq = (SELECT max(seq) FROM journal),
  last_success_at = unixepoch() * 1000;
`;

/** Fills a prepared till: what the sales left in every table, as the till's own code would have. */
export const MILLION_SALES_SQL = [HELPERS, JOURNAL, SHIFTS, SALE_ROWS, AROUND];
