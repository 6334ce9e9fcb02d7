-- A till that goes on from another's chain, as its RESUMED entry says: a file restored, copied or lost.
-- HELD: the centre holds the old chain as named. AHEAD: it had not received so much of it. OTHER: it holds
-- another entry at that place, so the old chain has a twin.
create table succession (
  regency_id text not null,
  till_id uuid not null,
  old_till_id uuid not null,
  old_seq bigint not null check (old_seq >= 1),
  old_hash text not null check (old_hash ~ '^[0-9a-f]{64}$'),
  standing text not null check (standing in ('HELD', 'AHEAD', 'OTHER')),
  primary key (regency_id, till_id),
  foreign key (regency_id, till_id) references till,
  foreign key (regency_id, old_till_id) references till
);
create index succession_old on succession (regency_id, old_till_id);
