import { Prisma } from "@/lib/platform/db"
import { untilReleased } from "@/lib/platform/held"
import type { Invariant } from "./invariants"

/** A prospect with its lead and its opportunity. */
const pair = Prisma.sql`
  select p.id, p.number as label, p.status, l.id as lead_id, l.state as lead_state, o.id as opportunity_id, o.state as opportunity_state
  from commerce.prospect p left join sales.lead l on l.prospect_id = p.id left join sales.opportunity o on o.id = l.opportunity_id`

/** What a decision is called where it stands alone: the record that it is about, as its audit row names it. */
const decided = Prisma.sql`'prospect' as kind, coalesce(d.prospect_id, d.id) as id, coalesce(p.number, d.kind || ' ' || d.id) as label`
const ofDecision = Prisma.sql`platform.decision d left join commerce.prospect p on p.id = d.prospect_id`

/** Decisions: what they leave on both sides, their letters and their audit. */
export const decisionInvariants: readonly Invariant[] = [
  {
    key: "approved-hierarchy",
    words: "Approved means exactly one hierarchy that is not suspended",
    sql: Prisma.sql`
      select 'prospect' as kind, p.id, p.number as label from commerce.prospect p left join commerce.hierarchy h on h.id = p.hierarchy_id
      where (p.status = 'approved') <> (h.id is not null and h.suspended_at is null)`,
  },
  {
    key: "approved-won",
    words: "Approved means that the opportunity is Won",
    sql: Prisma.sql`
      select 'prospect' as kind, id, label from (${pair}) pair where opportunity_id is not null and (status = 'approved') <> (opportunity_state = 'won')`,
  },
  {
    key: "rejected-closed",
    words: "Rejected or withdrawn means that the lead is Disqualified or its opportunity Lost",
    sql: Prisma.sql`
      select 'prospect' as kind, id, label from (${pair}) pair
      where lead_id is not null and (opportunity_id is not null or lead_state <> 'qualified')
        and (status in ('rejected', 'withdrawn')) <> (lead_state = 'disqualified' or coalesce(opportunity_state = 'lost', false))`,
  },
  {
    key: "decision-mail",
    words: "A decision that stands has exactly one mail for each prospect",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision}
      left join (select decision_id, count(*) as n from platform.mail where decision_id is not null group by 1) m on m.decision_id = d.id
      where d.undone_at is null and d.kind in ('win', 'lose', 'approve', 'reject', 'disqualify')
        and coalesce(m.n, 0)
          <> (select count(distinct t->>'id') from jsonb_array_elements(d.touched) t where t->>'table' = 'prospect' and t->'before' ? 'status')`,
  },
  {
    key: "undone-mail",
    words: "A decision that was undone has no mail",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision}
      where d.undone_at is not null and exists (select 1 from platform.mail m where m.decision_id = d.id and m.state <> 'canceled')`,
  },
  {
    key: "decision-audit",
    words: "Every decision has exactly one audit row",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision}
      left join (
        select decision_id, count(*) as n from platform.audit_entry where decision_id is not null and move <> 'decision.undo' group by 1
      ) a on a.decision_id = d.id
      where coalesce(a.n, 0) <> 1`,
  },
  {
    key: "undo-audit",
    words: "Every decision that was undone has exactly one audit row that says so",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision}
      left join (
        select decision_id, count(*) as n from platform.audit_entry where decision_id is not null and move = 'decision.undo' group by 1
      ) a on a.decision_id = d.id
      where coalesce(a.n, 0) <> case when d.undone_at is null then 0 else 1 end`,
  },
  {
    key: "decision-by-two",
    words: "Whoever confirmed what another asked for did not ask for it",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision} join platform.approval a on a.id = d.approval_id
      where a.state <> 'confirmed' or a.asked_by_id = d.actor_id or a.answered_by_id is distinct from d.actor_id`,
  },
  {
    key: "decision-hour",
    words: "A decision and its letter wait for their hour only while their run goes on",
    sql: Prisma.sql`
      select ${decided} from ${ofDecision}
      where d.undone_at is null and d.undoable_until >= ${untilReleased} and d.id not in (
        select i.decision_id from platform.bulk_run r join platform.bulk_item i on i.run_id = r.id
        where r.state in ('running', 'releasing', 'undoing') and i.decision_id is not null)`,
  },
  {
    key: "merge-record",
    words: "A merge that stands has its record",
    sql: Prisma.sql`
      select r.kind, r.primary_id as id, r.loser_label as label from platform.record_merge r
      where (r.undone_at is null) <> exists (select 1 from platform.merged_record m where m.id = r.loser_id and m.merge_id = r.id)`,
  },
]
