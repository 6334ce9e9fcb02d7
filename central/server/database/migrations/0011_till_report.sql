-- How each till said it stands, as of when it was last heard saying so; backup_at is its newest backup.
create table till_report (
  regency_id text not null,
  till_id uuid not null,
  reported_at bigint not null,
  unsent bigint not null,
  unsent_since bigint,
  clock_offset_ms bigint,
  backup_at bigint,
  primary key (regency_id, till_id),
  foreign key (regency_id, till_id) references till
);
