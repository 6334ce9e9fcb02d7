-- What a person let into a month after its lock, one version of its report each. total, counted: the difference that
-- it made to what reached the makers, and to what counts for people.
create table month_revision (
  regency_id text not null,
  period text not null,
  version integer not null check (version >= 2),
  till_id uuid not null,
  seq bigint not null,
  at bigint not null,
  user_id uuid not null,
  total bigint not null,
  counted bigint not null,
  primary key (regency_id, period, version),
  foreign key (regency_id, period) references month_lock,
  foreign key (regency_id, till_id) references till
);
create trigger month_revision_append_only before update or delete on month_revision
  for each row execute function refuse_change();
