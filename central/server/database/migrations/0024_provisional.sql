-- A till may go on from another before it reached the centre, under a till code that was kept free for it.
-- spare_code: kept for whoever goes on from this till. provisional_of: the till whose key vouched for this
-- one; it was certified afterwards, without a person.
alter table till add column spare_code text check (spare_code ~ '^[0-9]{2}$');
alter table till add column provisional_of uuid;
create unique index till_spare_code on till (regency_id, outlet_id, spare_code);
create index till_provisional_of on till (regency_id, provisional_of);
