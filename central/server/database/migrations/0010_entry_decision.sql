-- What a person decided of an entry, once for each subject: whether one kept aside stands (QUARANTINE), and which
-- month a sale under a doubtful clock belongs to (PERIOD). after_seq: the till's head when it took effect, so that
-- deriving everything again takes it in the same order. correction: what the centre counts instead of the entry's text.
create table entry_decision (
  regency_id text not null references regency,
  till_id uuid not null,
  seq bigint not null,
  subject text not null check (subject in ('QUARANTINE', 'PERIOD')),
  decision_no bigint generated always as identity,
  decision text not null check (decision in ('ACCEPTED', 'CORRECTED', 'SENT_BACK', 'PERIOD_CONFIRMED')),
  code text not null,
  content_code text,
  reason text not null,
  correction text,
  after_seq bigint not null,
  decided_at bigint not null,
  decided_by uuid not null,
  primary key (regency_id, till_id, seq, subject),
  foreign key (regency_id, till_id) references till
);
create trigger entry_decision_append_only before update or delete on entry_decision
  for each row execute function refuse_change();

-- The till's own total where the centre counts another: a void is held against this one.
alter table sale add column till_total bigint;
create index sale_by_open_period on sale (regency_id) where code = 'PERIOD_PENDING';
