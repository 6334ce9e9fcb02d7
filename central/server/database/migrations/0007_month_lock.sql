-- A month whose reports are final. What is taken back of its sales afterwards reduces a month that is still open.
create table month_lock (
  regency_id text not null references regency,
  period text not null check (period ~ '^[0-9]{4}-[0-9]{2}$'),
  locked_at bigint not null,
  locked_by uuid not null,
  primary key (regency_id, period)
);
