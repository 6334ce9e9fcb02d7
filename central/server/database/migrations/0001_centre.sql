-- Every key starts with regency_id, so that one schema serves one regency or many, over one server or several.
-- Instants are UTC milliseconds (bigint), months 'YYYY-MM' and days 'YYYY-MM-DD' in WIB (text), money whole rupiah (bigint).

create table regency (
  regency_id text primary key check (regency_id ~ '^[0-9]{4}$'),
  root_public_key text not null,
  created_at bigint not null
);

create table centre_key (
  regency_id text not null references regency,
  key_id text not null,
  public_key text not null,
  valid_from bigint not null,
  issuer_signature text not null,
  primary key (regency_id, key_id)
);

-- The change feed. The counter row is locked until commit, so feed_seq grows in commit order.
create table feed_counter (
  regency_id text primary key references regency,
  feed_seq bigint not null
);

create table feed (
  regency_id text not null,
  kind text not null,
  key text not null,
  feed_seq bigint not null,
  outlet_id uuid,
  value text not null,
  primary key (regency_id, kind, key)
);
create unique index feed_by_seq on feed (regency_id, feed_seq);

-- What decided whether a line counts, as it stood at each feed_seq.
create table eligibility (
  regency_id text not null,
  kind text not null check (kind in ('maker', 'category', 'product')),
  key text not null,
  feed_seq bigint not null,
  value text not null,
  primary key (regency_id, kind, key, feed_seq)
);

create table outlet (
  regency_id text not null references regency,
  outlet_id uuid not null,
  code text not null,
  name text not null,
  address text not null,
  primary key (regency_id, outlet_id),
  unique (regency_id, code)
);

create table office (
  regency_id text not null references regency,
  office_id uuid not null,
  parent_id uuid,
  name text not null,
  kind text not null,
  primary key (regency_id, office_id),
  foreign key (regency_id, parent_id) references office deferrable initially deferred
);

create table person (
  regency_id text not null references regency,
  person_id uuid not null,
  nip text not null check (nip ~ '^[0-9]{18}$'),
  name text not null,
  active boolean not null,
  primary key (regency_id, person_id),
  unique (regency_id, nip)
);

-- office_id is the OPD; unit_id the school, puskesmas or bagian inside it.
create table person_term (
  regency_id text not null,
  person_id uuid not null,
  from_date text not null,
  class text not null,
  obliged boolean not null,
  office_id uuid not null,
  unit_id uuid,
  primary key (regency_id, person_id, from_date),
  foreign key (regency_id, person_id) references person,
  foreign key (regency_id, office_id) references office,
  foreign key (regency_id, unit_id) references office
);
create index person_term_by_office on person_term (regency_id, office_id);

create table exemption (
  regency_id text not null,
  exemption_id uuid not null,
  person_id uuid not null,
  from_period text not null,
  to_period text not null,
  reason text not null,
  letter_number text not null,
  primary key (regency_id, exemption_id),
  foreign key (regency_id, person_id) references person
);
create index exemption_by_person on exemption (regency_id, person_id);

create table maker (
  regency_id text not null references regency,
  maker_id uuid not null,
  name text not null,
  kecamatan text not null,
  nib text,
  pirt text,
  halal text,
  verified boolean not null,
  of_regency boolean not null,
  active boolean not null,
  primary key (regency_id, maker_id)
);

create table category (
  regency_id text not null references regency,
  category_id text not null,
  name text not null,
  picture_key text not null,
  may_count boolean not null,
  sort integer not null,
  primary key (regency_id, category_id)
);

create table product (
  regency_id text not null,
  product_id uuid not null,
  sku text not null,
  barcode text,
  name text not null,
  maker_id uuid not null,
  category_id text not null,
  unit_price bigint not null check (unit_price >= 0),
  share_bp integer not null check (share_bp between 0 and 10000),
  picture_key text not null,
  active boolean not null,
  primary key (regency_id, product_id),
  unique (regency_id, sku),
  foreign key (regency_id, maker_id) references maker,
  foreign key (regency_id, category_id) references category
);

create table stock (
  regency_id text not null,
  outlet_id uuid not null,
  product_id uuid not null,
  qty bigint not null,
  primary key (regency_id, outlet_id, product_id),
  foreign key (regency_id, outlet_id) references outlet,
  foreign key (regency_id, product_id) references product
);

create table policy (
  regency_id text not null references regency,
  valid_from text not null,
  obligations text not null,
  cash_rounding integer not null,
  print_obligation_line boolean not null,
  return_rule text not null,
  primary key (regency_id, valid_from)
);

create table card (
  regency_id text not null,
  serial bigint not null,
  person_id uuid not null,
  expires_on text not null,
  revoked boolean not null,
  primary key (regency_id, serial),
  foreign key (regency_id, person_id) references person
);

-- pin_record is scrypt(PIN, salt) sealed under the centre's data key.
create table cashier (
  regency_id text not null,
  cashier_id uuid not null,
  outlet_id uuid not null,
  name text not null,
  role text not null check (role in ('CASHIER', 'SUPERVISOR')),
  salt text not null,
  pin_record text not null,
  active boolean not null,
  primary key (regency_id, cashier_id, outlet_id),
  foreign key (regency_id, outlet_id) references outlet
);

create table till (
  regency_id text not null,
  till_id uuid not null,
  outlet_id uuid not null,
  till_code text not null check (till_code ~ '^[0-9]{2}$'),
  device_kind text not null check (device_kind in ('till', 'kiosk')),
  seal_public_key text not null,
  state text not null check (state in ('ACTIVE', 'REVOKED')),
  revoked_after_seq bigint,
  version text,
  last_heard_at bigint,
  alarm text check (alarm in ('FORK', 'CORRUPT')),
  alarm_at bigint,
  alarm_seq bigint,
  enrolled_at bigint not null,
  primary key (regency_id, till_id),
  unique (regency_id, outlet_id, till_code),
  foreign key (regency_id, outlet_id) references outlet
);
-- The one key without regency_id: a request names only its till, and the till names its regency.
create unique index till_by_id on till (till_id);

create table till_certificate (
  regency_id text not null,
  till_id uuid not null,
  from_seq bigint not null,
  outlet_code text not null,
  key_id text not null,
  public_key text not null,
  valid_from bigint not null,
  issuer_key_id text not null,
  issuer_signature text not null,
  primary key (regency_id, till_id, from_seq),
  foreign key (regency_id, till_id) references till
);

-- secret is sealed under the centre's data key.
create table enrolment (
  regency_id text not null,
  enrolment_id uuid not null,
  lookup text not null,
  secret text not null,
  outlet_id uuid not null,
  till_code text not null,
  device_kind text not null,
  state text not null check (state in ('OPEN', 'PENDING', 'ISSUED', 'REFUSED', 'BLOCKED')),
  tries integer not null,
  expires_at bigint not null,
  public_key text,
  seal_public_key text,
  fingerprint text,
  till_id uuid,
  created_at bigint not null,
  primary key (regency_id, enrolment_id),
  unique (regency_id, lookup),
  foreign key (regency_id, outlet_id) references outlet
);

-- One row a till: locked first by every push. Unknown counter or sums (after an entry that could not be read) are null.
create table till_head (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  hash text not null,
  at bigint,
  counter bigint,
  turnover bigint,
  reversals bigint,
  primary key (regency_id, till_id),
  foreign key (regency_id, till_id) references till
);

create table countersigned_head (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  hash text not null,
  centre_key_id text not null,
  received_at bigint not null,
  signature text not null,
  primary key (regency_id, till_id, seq)
);

-- Verbatim and append-only. encoded: the text holds a NUL, which PostgreSQL text cannot, and is kept as base64.
create table journal_entry (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  kind text,
  at bigint,
  prev_hash text not null,
  hash text not null,
  signature text not null,
  receipt_signature text,
  body text not null,
  encoded boolean not null,
  received_at bigint not null,
  primary key (regency_id, till_id, seq)
) partition by list (regency_id);

-- Personal texts stand apart, because they may have to be destroyed; the chain does not need them.
create table journal_private (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  private text,
  encoded boolean not null,
  destroyed_at bigint,
  primary key (regency_id, till_id, seq)
);

-- code: why the entry waits for a person. content_code: the fault left once a signature is vouched for.
create table quarantine (
  regency_id text not null,
  till_id uuid not null,
  seq bigint not null,
  code text not null,
  content_code text,
  received_at bigint not null,
  primary key (regency_id, till_id, seq)
);

-- Derived from the journal in the transaction that stores the entry.
create table sale (
  regency_id text not null,
  sale_id uuid not null,
  till_id uuid not null,
  seq bigint not null,
  number text not null,
  at bigint not null,
  day text not null,
  period text not null,
  outlet_id uuid not null,
  shift_id uuid not null,
  cashier_id uuid not null,
  feed_seq bigint not null,
  buyer_kind text not null,
  person_id uuid,
  office_id uuid,
  assurance text,
  card_serial bigint,
  proxy boolean not null,
  match text not null,
  clock text not null,
  total bigint not null,
  counted bigint not null,
  till_counted bigint not null,
  change bigint not null,
  state text not null check (state in ('ACCEPTED', 'QUARANTINED')),
  code text,
  primary key (regency_id, sale_id),
  unique (regency_id, till_id, seq)
);
create index sale_by_day on sale (regency_id, day, at, sale_id);
create index sale_by_person on sale (regency_id, person_id, period) where person_id is not null;

create table sale_line (
  regency_id text not null,
  sale_id uuid not null,
  no integer not null,
  product_id uuid not null,
  maker_id uuid not null,
  qty integer not null,
  unit_price bigint not null,
  line_discount bigint not null,
  sale_discount bigint not null,
  net bigint not null,
  till_may_count boolean not null,
  counts boolean not null,
  share_bp integer not null,
  primary key (regency_id, sale_id, no)
);

create table tender (
  regency_id text not null,
  sale_id uuid not null,
  no integer not null,
  kind text not null,
  amount bigint not null,
  confirmed_by text,
  primary key (regency_id, sale_id, no)
);

create table till_day (
  regency_id text not null,
  day text not null,
  till_id uuid not null,
  sales bigint not null,
  total bigint not null,
  primary key (regency_id, day, till_id)
);

create table person_month (
  regency_id text not null,
  period text not null,
  person_id uuid not null,
  sales bigint not null,
  total bigint not null,
  counted bigint not null,
  primary key (regency_id, period, person_id)
);

create table office_month (
  regency_id text not null,
  period text not null,
  office_id uuid not null,
  sales bigint not null,
  total bigint not null,
  counted bigint not null,
  primary key (regency_id, period, office_id)
);

create table maker_month (
  regency_id text not null,
  period text not null,
  maker_id uuid not null,
  pieces bigint not null,
  net bigint not null,
  primary key (regency_id, period, maker_id)
);

create table centre_user (
  regency_id text not null references regency,
  user_id uuid not null,
  username text not null,
  name text not null,
  role text not null,
  office_id uuid,
  person_id uuid,
  password_hash text not null,
  must_change_password boolean not null,
  totp_secret text,
  totp_last_step bigint,
  failures integer not null,
  locked_until bigint,
  last_login_at bigint,
  active boolean not null,
  primary key (regency_id, user_id),
  unique (regency_id, username)
);

create table session (
  regency_id text not null,
  token_hash text not null,
  user_id uuid not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  primary key (regency_id, token_hash),
  foreign key (regency_id, user_id) references centre_user
);

create table audit (
  regency_id text not null,
  audit_id uuid not null,
  at bigint not null,
  user_id uuid,
  action text not null,
  subject text not null,
  before text,
  after text,
  primary key (regency_id, audit_id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only table %', tg_table_name;
end $$;

create trigger journal_entry_append_only before update or delete on journal_entry
  for each row execute function refuse_change();
create trigger countersigned_head_append_only before update or delete on countersigned_head
  for each row execute function refuse_change();
create trigger audit_append_only before update or delete on audit
  for each row execute function refuse_change();
