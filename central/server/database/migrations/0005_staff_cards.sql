-- Cards of people at the tills. One is good at a time; who withdrew it says also who replaced it.
create table staff_card (
  regency_id text not null references regency,
  serial bigint not null,
  cashier_id uuid not null,
  expires_on text not null,
  issued_at bigint not null,
  issued_by uuid,
  withdrawn_at bigint,
  withdrawn_by uuid,
  primary key (regency_id, serial)
);
create unique index staff_card_good on staff_card (regency_id, cashier_id) where withdrawn_at is null;
