-- The till that one enrolled by a code replaces: it was lost together with its file. Where its chain ended
-- as the certificate was issued, and its running sums there, so that the answer is the same each time.
alter table enrolment
  add column replaces_till_id uuid,
  add column replaces_seq bigint check (replaces_seq >= 1),
  add column replaces_turnover bigint,
  add column replaces_reversals bigint,
  add foreign key (regency_id, replaces_till_id) references till,
  add check ((replaces_seq is null) = (replaces_turnover is null and replaces_reversals is null));
create index enrolment_replaces on enrolment (regency_id, replaces_till_id)
  where replaces_till_id is not null;
create index enrolment_till on enrolment (regency_id, till_id) where replaces_till_id is not null;
