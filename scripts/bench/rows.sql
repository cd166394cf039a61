-- What the rolled rows become. Each step is one statement.

-- Step: customers
insert into commerce.customer (id, number, type, status, name, first_name, last_name, email, phone, country, street, city, postal_code, organization_id, sales_id,
  created_at, search_text)
select bench.id('organization', n, at), platform.next_number('customer'), 'organization'::commerce.customer_type, 'provisional'::commerce.customer_status, company, null, null, null, phone, country, street, city,
  postal_code, null::uuid, bench.id('account', n, at), closed_at, company_folded || ' ' || phone
from bench.rolled where fate = 'qualified'
union all
select bench.id('person', n, at), platform.next_number('customer'), 'person'::commerce.customer_type, 'provisional'::commerce.customer_status, first_name || ' ' || last_name, first_name, last_name, email, phone,
  null, null, null, null, bench.id('organization', n, at), bench.id('contact', n, at), closed_at, person_folded || ' ' || email || ' ' || phone
from bench.rolled where fate = 'qualified'

-- Step: prospects
insert into commerce.prospect (id, number, status, first_name, last_name, email, typed_email, phone, company_name, website, country, street, city, postal_code,
  consent_version, consent_at, submission_key, fingerprint, decided_at, decided_by_id, decided_by_name, decision_reason, lead_id, opportunity_id, sales_stage,
  organization_id, requestor_id, submitted_at, search_text, owner_id, owner_name, decision_state, decision_due_at)
select bench.id('prospect', n, at), number, case when fate = 'disqualified' then 'rejected' else 'pending' end::commerce.prospect_status,
  first_name, last_name, email, email, phone, company, 'https://' || domain, country, street, city, postal_code,
  '1', at, bench.id('key', n, at), md5(n::text),
  case when fate = 'disqualified' then closed_at end, case when fate = 'disqualified' then owner_id end,
  case when fate = 'disqualified' then coalesce(owner_name, 'Gangway') end, case when fate = 'disqualified' then 'No answer.' end,
  bench.id('lead', n, at), case when fate = 'qualified' then bench.id('opportunity', n, at) end,
  case fate when 'qualified' then 'Develop' when 'disqualified' then 'Disqualified' else 'New' end,
  case when fate = 'qualified' then bench.id('organization', n, at) end, case when fate = 'qualified' then bench.id('person', n, at) end,
  at, company_folded || ' ' || person_folded || ' ' || email || ' ' || phone || ' ' || lower(number), owner_id, owner_name,
  case when fate = 'disqualified' then 'met' when at < now() - interval '14 days' then 'breached' else 'on_time' end::commerce.decision_timer,
  case when fate <> 'disqualified' then at + interval '14 days' end
from bench.rolled

-- Step: leads, accounts, contacts, opportunities
with account as (
  insert into sales.account (id, name, website, domain, name_key, phone, country, street, city, postal_code, owner_id, owner_name, originating_lead_id,
    customer_id, created_at, search_text)
  select bench.id('account', n, at), company, 'https://' || domain, domain, name_key, phone, country, street, city, postal_code, owner_id, owner_name,
    bench.id('lead', n, at), bench.id('organization', n, at), closed_at, company_folded || ' ' || phone
  from bench.rolled where fate = 'qualified'
), contact as (
  insert into sales.contact (id, first_name, last_name, email, phone, account_id, owner_id, owner_name, originating_lead_id, customer_id, created_at, search_text)
  select bench.id('contact', n, at), first_name, last_name, email, phone, bench.id('account', n, at), owner_id, owner_name,
    bench.id('lead', n, at), bench.id('person', n, at), closed_at, person_folded || ' ' || email || ' ' || phone || ' ' || company_folded
  from bench.rolled where fate = 'qualified'
), opportunity as (
  insert into sales.opportunity (id, topic, account_id, contact_id, originating_lead_id, requested_at, prospect_id, prospect_number, stage_entered_at, owner_id,
    owner_name, created_at, search_text)
  select bench.id('opportunity', n, at), 'Partner request: ' || company, bench.id('account', n, at), bench.id('contact', n, at), bench.id('lead', n, at), at,
    bench.id('prospect', n, at), number, closed_at, owner_id, owner_name, closed_at, company_folded || ' ' || person_folded
  from bench.rolled where fate = 'qualified'
)
insert into sales.lead (id, topic, first_name, last_name, email, phone, company_name, website, country, street, city, postal_code, rating, state, status_reason,
  owner_id, owner_name, from_commerce, prospect_id, prospect_number, account_id, contact_id, opportunity_id, created_at, closed_at, search_text, name_key, domain,
  response_state, response_due_at, decision_state, decision_due_at)
select bench.id('lead', n, at), 'Partner request: ' || company, first_name, last_name, email, phone, company, 'https://' || domain, country, street, city,
  postal_code, rating::sales.rating, case fate when 'qualified' then 'qualified' when 'disqualified' then 'disqualified' else 'open' end::sales.lead_state,
  case fate when 'disqualified' then 'cannot_contact' else fate end::sales.lead_status_reason,
  owner_id, owner_name, true, bench.id('prospect', n, at), number,
  case when fate = 'qualified' then bench.id('account', n, at) end, case when fate = 'qualified' then bench.id('contact', n, at) end,
  case when fate = 'qualified' then bench.id('opportunity', n, at) end,
  at, case when fate in ('qualified', 'disqualified') then closed_at end,
  company_folded || ' ' || person_folded || ' ' || email || ' ' || phone || ' ' || lower(number), name_key, domain,
  case when fate <> 'new' then 'met' when at < now() - interval '1 day' then 'breached' else 'on_time' end::sales.timer_state,
  case when fate = 'new' then at + interval '1 day' end,
  case when fate = 'disqualified' then 'met' when at < now() - interval '14 days' then 'breached' else 'on_time' end::sales.timer_state,
  case when fate <> 'disqualified' then at + interval '14 days' end
from bench.rolled

-- Step: match entries
-- What the worker would have made of them: a lead that is qualified leaves its place to its account and contact.
with keyed as (
  select *, regexp_replace(phone, '\D', '', 'g') as digits, upper(regexp_replace(postal_code, '[^[:alnum:]]', '', 'g')) as postal from bench.rolled
)
insert into sales.match_entry (id, kind, is_open, name_key, person_key, email, site_domain, mail_domain, phone, phone_tail, country, postal, place)
select bench.id('lead', n, at), 'lead'::sales.match_kind, fate <> 'disqualified', name_key, person_folded, email, domain, domain, digits, right(digits, 8), country, postal,
  postal || ' ' || substring(street from '[0-9]+$')
from keyed where fate <> 'qualified'
union all
select bench.id('account', n, at), 'account', true, name_key, '', null, domain, null, digits, right(digits, 8), country, postal, postal || ' ' || substring(street from '[0-9]+$')
from keyed where fate = 'qualified'
union all
select bench.id('contact', n, at), 'contact', true, name_key, person_folded, email, domain, domain, digits, right(digits, 8), country, postal,
  postal || ' ' || substring(street from '[0-9]+$')
from keyed where fate = 'qualified'

-- Step: links
insert into platform.link (id, purpose, hash, subject_id, created_at, expires_at)
select bench.id('link', n, at), 'request_status', md5('link' || n) || substr(md5(n::text), 1, 11), bench.id('prospect', n, at), at, at + interval '400 days'
from bench.rolled

-- Step: mails
insert into platform.mail (id, letter, key, to_address, to_name, subject, about, link_id, record_ids, state, send_after, attempts, created_at, sent_at)
select bench.id('mail', n, at), 'request-received', 'request-received:' || bench.id('prospect', n, at), email, '', 'We received your request ' || number,
  jsonb_build_object('prospectId', bench.id('prospect', n, at)), bench.id('link', n, at), array[bench.id('prospect', n, at), bench.id('lead', n, at)],
  'sent', at, 1, at, at
from bench.rolled

-- Step: audit
insert into platform.audit_entry (id, at, move, actor_name, actor_role, record_kind, record_id, record_label, "to", record_ids)
select bench.id('audit', n, at), at, 'request.submit', first_name || ' ' || last_name, 'Applicant', 'prospect', bench.id('prospect', n, at), number, 'pending',
  array[bench.id('prospect', n, at), bench.id('lead', n, at)]
from bench.rolled
union all
select bench.id('closed', n, at), closed_at, case fate when 'qualified' then 'lead.qualify' else 'lead.disqualify' end, coalesce(owner_name, 'Gangway'), 'Seller',
  'lead', bench.id('lead', n, at), company, case fate when 'qualified' then 'qualified' else 'cannot_contact' end,
  array[bench.id('lead', n, at), bench.id('prospect', n, at)]
from bench.rolled where fate in ('qualified', 'disqualified')

-- Step: dual-writes
insert into platform.dual_write (map, at, operation, source_kind, source_id, source_label, target_kind, target_id, target_label, aggregate_id, applied_at)
select 'prospects_leads', at, 'create', 'prospect', bench.id('prospect', n, at), number, 'lead', bench.id('lead', n, at), company, bench.id('prospect', n, at), at
from bench.rolled

-- Step: decisions
insert into platform.decision (id, kind, at, actor_id, actor_name, prospect_id, lead_id, touched, receipt, undoable_until)
select bench.id('decision', n, at), case fate when 'qualified' then 'qualify' else 'disqualify' end::platform.decision_kind, closed_at, owner_id,
  coalesce(owner_name, 'Gangway'), bench.id('prospect', n, at), bench.id('lead', n, at), '[]', '{"created":[],"linked":[],"moved":[],"mailed":[]}',
  closed_at + interval '60 seconds'
from bench.rolled where fate in ('qualified', 'disqualified')

-- Step: number sequence
select setval('platform.prospect_number', (select max(n) from bench.rolled))
