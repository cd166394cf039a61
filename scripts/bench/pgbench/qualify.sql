-- The statements of one qualification, in the order in which lib/sync/qualify-lead.ts sends them; each client takes its own leads.
\set turn :turn + 1
\set place :turn * :clients + :client_id + 1
begin;
select lead.* from sales.lead where id = (select lead_id from bench.ticket where place = :place) limit 1;
select 1 from sales.lead where id = (select lead_id from bench.ticket where place = :place) and version = 1 for update;
select key::text from platform.table_map where state = 'running';
select id, first_name, last_name, email, customer_id from sales.contact where email = (select email from bench.ticket where place = :place) limit 1;
select id, number from commerce.customer
where type = 'person' and email = (select email from bench.ticket where place = :place) and status <> 'archived' limit 1;
insert into commerce.customer
select filled.*
from jsonb_array_elements((select text from bench.paper where place = :place and name = 'customers')::jsonb) as draft,
  lateral jsonb_populate_record(null::commerce.customer, draft || jsonb_build_object('number', platform.next_number('customer'))) as filled
returning id, number;
with account as (
  insert into sales.account
  select * from jsonb_populate_recordset(null::sales.account, (select text from bench.paper where place = :place and name = 'account')::jsonb)
), contact as (
  insert into sales.contact
  select * from jsonb_populate_recordset(null::sales.contact, (select text from bench.paper where place = :place and name = 'contact')::jsonb)
)
insert into sales.opportunity
select * from jsonb_populate_recordset(null::sales.opportunity, (select text from bench.paper where place = :place and name = 'opportunity')::jsonb);
update sales.lead set account_id = bench.id('account', n, at), contact_id = bench.id('contact', n, at), opportunity_id = bench.id('opportunity', n, at),
  owner_id = :seller, owner_name = 'Seller 0', state = 'qualified', status_reason = 'qualified', closed_at = now(), version = version + 1
from bench.ticket where place = :place and id = lead_id and version = 1;
select prospect.* from commerce.prospect where id = (select prospect_id from bench.ticket where place = :place) limit 1;
update commerce.prospect set organization_id = bench.id('organization', n, at), requestor_id = bench.id('person', n, at),
  opportunity_id = bench.id('opportunity', n, at), sales_stage = 'Develop', version = version + 1
from bench.ticket where place = :place and id = prospect_id and version = 1;
with audit as (
  insert into platform.audit_entry
  select * from jsonb_populate_recordset(null::platform.audit_entry, (select text from bench.paper where place = :place and name = 'audit')::jsonb)
), fact as (
  insert into platform.fact (name, payload, at, attempts, next_attempt_at)
  select name, payload, at, 0, at from jsonb_populate_recordset(null::platform.fact, '[]'::jsonb)
), mail as (
  insert into platform.mail select * from jsonb_populate_recordset(null::platform.mail, '[]'::jsonb) on conflict (key) do nothing
), dual_write as (
  insert into platform.dual_write (map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id)
  select map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id
  from jsonb_populate_recordset(null::platform.dual_write, (select text from bench.paper where place = :place and name = 'written')::jsonb)
), decision as (
  insert into platform.decision
  select * from jsonb_populate_recordset(null::platform.decision, (select text from bench.paper where place = :place and name = 'decision')::jsonb)
), link as (
  insert into platform.link select * from jsonb_populate_recordset(null::platform.link, '[]'::jsonb)
)
select 1;
commit;
