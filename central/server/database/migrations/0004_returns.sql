-- What takes a sale back: a VOID (all of it) or a RETURN (some pieces), derived in the transaction that stores the entry.
-- month is the one it reduces: that of its sale. took_* is what it could still take; qty and refund are what the till said.
create table reversal (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  kind text not null check (kind in ('VOID', 'RETURN')),
  sale_id uuid not null,
  number text,
  at bigint not null,
  day text not null,
  period text not null,
  month text,
  shift_id uuid not null,
  cashier_id uuid not null,
  approver_id uuid,
  reason text not null,
  alone boolean not null,
  total bigint not null,
  took bigint not null,
  counted bigint not null,
  till_counted bigint not null,
  state text not null check (state in ('ACCEPTED', 'QUARANTINED')),
  code text,
  primary key (regency_id, till_id, seq)
);
create index reversal_by_sale on reversal (regency_id, sale_id);
create index reversal_by_day on reversal (regency_id, day);

create table reversal_line (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  no integer not null,
  original_no integer not null,
  qty integer not null,
  refund bigint not null,
  condition text,
  took_qty integer not null,
  took_net bigint not null,
  primary key (regency_id, till_id, seq, no)
);
