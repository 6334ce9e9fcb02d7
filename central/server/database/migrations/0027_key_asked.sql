-- The key that an admin asks a till to change, and since when: asked for as long as it is the till's newest.
alter table till
  add column key_to_change text,
  add column key_asked_at bigint,
  add check ((key_to_change is null) = (key_asked_at is null));
