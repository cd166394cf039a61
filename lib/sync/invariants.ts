import { db } from "@/lib/platform/db"

type Broken = { invariant: string; record: string }

/**
 * What must hold between the two stores after every command and after every crash, checked over all rows.
 * Returns what is broken, by the invariant's words and the record's number or id; empty when the house is in order.
 */
export function brokenInvariants(): Promise<Broken[]> {
  return db.$queryRaw<Broken[]>`
    with pair as (
      select p.id as prospect_id, p.number, p.status, p.hierarchy_id, l.id as lead_id, l.state as lead_state, o.id as opportunity_id, o.state as opportunity_state
      from commerce.prospect p
      left join sales.lead l on l.prospect_id = p.id
      left join sales.opportunity o on o.id = l.opportunity_id
    )
    select 'a prospect and its lead know each other' as invariant, p.number as record
      from commerce.prospect p left join sales.lead l on l.prospect_id = p.id where p.lead_id is distinct from l.id
    union all select 'a merged prospect is part of another, without a lead', number from commerce.prospect
      where (status = 'merged') <> (merged_into_id is not null) or (status = 'merged' and lead_id is not null)
    union all select 'a record that was merged away is not there', m.label from platform.merged_record m
      where exists (select 1 from sales.lead where id = m.id) or exists (select 1 from sales.account where id = m.id)
        or exists (select 1 from sales.contact where id = m.id) or exists (select 1 from commerce.customer where id = m.id)
    union all select 'approved means one hierarchy that runs', pair.number from pair
      left join commerce.hierarchy h on h.id = pair.hierarchy_id where (pair.status = 'approved') <> (h.id is not null and h.suspended_at is null)
    union all select 'approved means won', number from pair where opportunity_id is not null and (status = 'approved') <> (opportunity_state = 'won')
    union all select 'rejected or withdrawn means disqualified or lost', number from pair
      where lead_id is not null and (opportunity_id is not null or lead_state <> 'qualified')
        and (status in ('rejected', 'withdrawn')) <> (lead_state = 'disqualified' or coalesce(opportunity_state = 'lost', false))
    union all select 'a counterpart customer knows its account', a.name from sales.account a
      left join commerce.customer c on c.id = a.customer_id where a.customer_id is not null and (c.id is null or c.sales_id is distinct from a.id)
    union all select 'a counterpart customer knows its contact', ct.last_name from sales.contact ct
      left join commerce.customer c on c.id = ct.customer_id where ct.customer_id is not null and (c.id is null or c.sales_id is distinct from ct.id)
    union all select 'a decision that stands has one mail for each prospect', d.id::text from platform.decision d
      where d.undone_at is null and d.kind in ('win', 'lose', 'approve', 'reject', 'disqualify')
        and (select count(*) from platform.mail m where m.decision_id = d.id)
          <> (select count(distinct t->>'id') from jsonb_array_elements(d.touched) t where t->>'table' = 'prospect' and t->'before' ? 'status')
    union all select 'a decision that was undone has no mail', d.id::text from platform.decision d
      where d.undone_at is not null and exists (select 1 from platform.mail m where m.decision_id = d.id and m.state <> 'canceled')
    union all select 'a merge that stands has its record', r.loser_label from platform.record_merge r
      where (r.undone_at is null) <> exists (select 1 from platform.merged_record m where m.id = r.loser_id and m.merge_id = r.id)
    union all select 'a decision has one audit row', d.id::text from platform.decision d
      where (select count(*) from platform.audit_entry a where a.decision_id = d.id and a.move <> 'decision.undo') <> 1
    union all select 'a hierarchy that runs has an Admin', h.number from commerce.hierarchy h
      where h.suspended_at is null and not exists (
        select 1 from commerce.hierarchy_member m where m.hierarchy_id = h.id and m.role = 'admin' and m.status <> 'disabled' and m.removed_at is null)
    union all select 'an outlet stands in its tree, at most five deep', c.number from commerce.outlet o
      join commerce.customer c on c.id = o.customer_id where not exists (
        with recursive up (parent_id, level) as (
          select o.parent_id, 1 union all select above.parent_id, up.level + 1
          from up join commerce.outlet above on above.id = up.parent_id and above.hierarchy_id = o.hierarchy_id where up.level <= 5)
        select 1 from up where parent_id is null and level <= 5)
    union all select 'an organization heads a hierarchy or is an outlet', h.number from commerce.hierarchy h
      where exists (select 1 from commerce.outlet o where o.customer_id = h.organization_id)`
}
