-- The statements of one qualification, in the order in which lib/sync/qualify-lead.ts sends them; each client takes its own leads.
\set turn :turn + 1
\set place :turn * :clients + :client_id + 1
begin;
select lead.* from sales.lead where id = (select lead_id from bench.ticket where place = :place) limit 1;
select 1 from sales.lead where id = (select lead_id from bench.ticket where place = :place) and version = 1 for update;
select array(select key::text from platform.table_map where state = 'running') as maps,
  (select jsonb_build_object('id', id, 'name', name, 'customerId', customer_id) from sales.account where id = null::uuid) as account,
  (select jsonb_build_object('id', id, 'firstName', first_name, 'lastName', last_name, 'email', email, 'customerId', customer_id)
    from sales.contact where id = (select id from sales.contact where email = (select email from bench.ticket where place = :place))) as contact,
  (select jsonb_build_object('id', id, 'number', number) from commerce.customer
    where type = 'person' and email = (select email from bench.ticket where place = :place) and status <> 'archived') as person;
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
with before as (
  select id, number, version, organization_id, requestor_id, opportunity_id, sales_stage
  from commerce.prospect where id = (select prospect_id from bench.ticket where place = :place) for update
)
update commerce.prospect as linked
set organization_id = bench.id('organization', n, at), requestor_id = bench.id('person', n, at), opportunity_id = bench.id('opportunity', n, at),
  sales_stage = 'Develop', version = linked.version + 1
from before, bench.ticket where linked.id = before.id and place = :place
returning before.number, before.version, before.organization_id, before.requestor_id, before.opportunity_id, before.sales_stage;
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
