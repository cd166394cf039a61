-- The two statements of one submission, as lib/onboarding/submit-request.ts and lib/platform/ledger.ts send them; each client takes its own papers.
\set turn :turn + 1
\set place :turn * :clients + :client_id + 1
select coalesce(known.number, platform.next_number('prospect')) as number, known.fingerprint,
  exists (select 1 from platform.table_map where key = 'prospects_leads' and state = 'running') as mirrors
from (select ((text::jsonb) ->> 'submission_key')::uuid as submission_key from bench.paper where place = :place and name = 'prospect') as sent
  left join commerce.prospect as known using (submission_key);
with paper as (select name, text::jsonb as rows from bench.paper where place = :place), prospect as (
  insert into commerce.prospect
  select filled.* from paper, jsonb_populate_record(null::commerce.prospect, rows || jsonb_build_object('number', 'BENCH-' || (rows ->> 'submission_key'))) as filled where name = 'prospect'
), lead as (
  insert into sales.lead select filled.* from paper, jsonb_populate_record(null::sales.lead, rows) as filled where name = 'lead'
), audit as (
  insert into platform.audit_entry select filled.* from paper, jsonb_populate_recordset(null::platform.audit_entry, rows) as filled where name = 'audit'
), mail as (
  insert into platform.mail select filled.* from paper, jsonb_populate_recordset(null::platform.mail, rows) as filled where name = 'mail'
  on conflict (key) do nothing
), dual_write as (
  insert into platform.dual_write (map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id)
  select map, at, state, operation, source_kind, source_id, source_label, target_kind, target_id, target_label,
    aggregate_id, payload, attempts, applied_at, decision_id
  from paper, jsonb_populate_recordset(null::platform.dual_write, rows) as filled where name = 'written'
), link as (
  insert into platform.link select filled.* from paper, jsonb_populate_recordset(null::platform.link, rows) as filled where name = 'link'
)
select platform.spend('request-address:' || :place, 1000000, 0, 1), platform.spend('request-ip:' || :place, 1000000, 0, 1);
