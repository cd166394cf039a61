-- The statements of one submission, in the order in which lib/onboarding/submit-request.ts sends them; each client takes its own papers.
\set turn :turn + 1
\set place :turn * :clients + :client_id + 1
begin;
select key::text from platform.table_map where state = 'running';
insert into commerce.prospect
select filled.*
from (select platform.next_number('prospect') as number where not exists (
    select 1 from commerce.prospect
    where submission_key = (select ((text::jsonb) ->> 'submission_key')::uuid from bench.paper where place = :place and name = 'prospect'))) as next,
  lateral jsonb_populate_record(null::commerce.prospect, (select text from bench.paper where place = :place and name = 'prospect')::jsonb
    || jsonb_build_object('number', next.number, 'search_text', 'atlantico nautica ' || next.number)) as filled
on conflict (submission_key) do nothing
returning id, number;
insert into sales.lead select * from jsonb_populate_record(null::sales.lead, (select text from bench.paper where place = :place and name = 'lead')::jsonb);
insert into platform.rate_limit as counted (key, points, expire) values ('request-address:' || :turn || '.' || :client_id, 1, 0)
on conflict (key) do update set points = counted.points + 1 returning points, expire;
insert into platform.rate_limit as counted (key, points, expire) values ('request-ip:' || :turn || '.' || :client_id, 1, 0)
on conflict (key) do update set points = counted.points + 1 returning points, expire;
with audit as (
  insert into platform.audit_entry
  select * from jsonb_populate_recordset(null::platform.audit_entry, (select text from bench.paper where place = :place and name = 'audit')::jsonb)
), fact as (
  insert into platform.fact (name, payload, at, attempts, next_attempt_at)
  select name, payload, at, 0, at from jsonb_populate_recordset(null::platform.fact, '[]'::jsonb)
), mail as (
  insert into platform.mail
  select * from jsonb_populate_recordset(null::platform.mail, (select text from bench.paper where place = :place and name = 'mail')::jsonb)
  on conflict (key) do nothing
), dual_write as (
  insert into platform.dual_write (map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id)
  select map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id
  from jsonb_populate_recordset(null::platform.dual_write, (select text from bench.paper where place = :place and name = 'written')::jsonb)
), decision as (
  insert into platform.decision select * from jsonb_populate_recordset(null::platform.decision, '[]'::jsonb)
), link as (
  insert into platform.link
  select * from jsonb_populate_recordset(null::platform.link, (select text from bench.paper where place = :place and name = 'link')::jsonb)
)
select 1;
commit;
