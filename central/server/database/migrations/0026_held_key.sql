-- A key that a till changed to, vouched for by its key before, and not certified: the change has not come yet, or came
-- after the till was revoked or closed and waits for a person. It opens a session, so that the entries can come.
create table held_key (
  regency_id text not null,
  till_id uuid not null,
  from_seq bigint not null,
  key_id text not null,
  public_key text not null,
  primary key (regency_id, till_id, from_seq),
  foreign key (regency_id, till_id) references till
);
