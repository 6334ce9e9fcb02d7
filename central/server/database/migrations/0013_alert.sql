-- What is wrong with a till right now, one row each; told_at null: nobody could be told yet. ended_at: it is over, and
-- the row goes once that was told too.
create table alert (
  regency_id text not null,
  till_id uuid not null,
  kind text not null,
  raised_at bigint not null,
  told_at bigint,
  ended_at bigint,
  primary key (regency_id, till_id, kind),
  foreign key (regency_id, till_id) references till
);
