-- What tills tell since: which protocol they speak, room on their disk, and whether their keys are guarded.
alter table till add column protocol integer;
alter table till_report add column disk_free_bytes bigint;
alter table till_report add column key_protected boolean;
