-- Whether a till is in training as of its head: nothing real may be between the begin and the end of it.
alter table till_head add column training boolean not null default false;
update till_head h set training = coalesce((
  select e.body ~ '"value":1[,}]' from journal_entry e
  where e.regency_id = h.regency_id and e.till_id = h.till_id and e.kind = 'SETTING_CHANGED'
    and not e.encoded and e.body like '%"name":"TRAINING"%'
  order by e.seq desc limit 1
), false);
