-- Foreign cards as tills bound them, one row an entry. hash stands for the card's text, which no one keeps.
-- CONFLICT: another person holds the same card; a person decides between the two.
create table card_binding (
  regency_id text not null references regency,
  till_id uuid not null,
  seq bigint not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  person_id uuid not null,
  bound_at bigint not null,
  bound_by uuid not null,
  allowed_by uuid not null,
  state text not null
    check (state in ('PENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'CONFLICT')),
  decided_at bigint,
  decided_by uuid,
  reason text,
  primary key (regency_id, till_id, seq),
  foreign key (regency_id, till_id) references till
);
create unique index card_binding_held on card_binding (regency_id, hash)
  where state in ('PENDING', 'APPROVED');
create index card_binding_by_person on card_binding (regency_id, person_id) where state = 'APPROVED';
