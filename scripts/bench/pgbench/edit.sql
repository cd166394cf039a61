-- The statements of one edit, in the order in which lib/sales/editing/edit-record.ts sends them; each client takes its own leads.
\set turn :turn + 1
\set place :turn * :clients + :client_id + 1
begin;
select lead.* from sales.lead where id = (select lead_id from bench.ticket where place = :place) limit 1 offset 0;
update sales.lead set topic = topic || ' 1', version = 2 where id = (select lead_id from bench.ticket where place = :place) and version = 1;
with audit as (
  insert into platform.audit_entry
  select * from jsonb_populate_recordset(null::platform.audit_entry, (select text from bench.paper where place = :place and name = 'audit')::jsonb)
), change as (
  insert into platform.field_change
  select * from jsonb_populate_recordset(null::platform.field_change, (select text from bench.paper where place = :place and name = 'change')::jsonb)
)
select platform.spend(key, points, at, until) from jsonb_to_recordset('[]'::jsonb) as attempt (key text, points int, at bigint, until bigint);
commit;
