-- The statements of one first page of the lead grid: who asks, the navigation's counts, the owners, the rows and how many there are.
select id, last_seen_at, person_id from platform.session
where sid_hash = (select sid_hash from platform.session where person_id = :seller limit 1) and ended_at is null and expires_at > now()
  and last_seen_at > now() - interval '2 hours' limit 1;
select id, name, email, staff_role::text, disabled_at from platform.person where id in (:seller);
select count(*) from (select id from sales.lead where state = 'open' order by id limit 1000) as sub;
select count(*) from (select id from sales.opportunity where state = 'open' order by id limit 1000) as sub;
select count(*) from (select id from commerce.prospect where status = 'pending' order by id limit 1000) as sub;
select key::text, state::text from platform.table_map;
select id, name from platform.person where staff_role in ('seller', 'sales_manager', 'administrator') and disabled_at is null order by name limit 500;
select id, created_at::text as "sortValue", company_name, first_name, last_name, country, state::text, status_reason::text, rating::text, owner_id, owner_name,
  created_at, prospect_number
from sales.lead where from_commerce order by created_at desc, id desc limit 51;
select count(*)::int as total from (select 1 from sales.lead where from_commerce limit 10001) counted;
