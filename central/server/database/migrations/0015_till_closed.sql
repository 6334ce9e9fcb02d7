-- The entry with which a till was taken out of service: whatever comes after it is kept aside.
alter table till add column closed_seq bigint;
