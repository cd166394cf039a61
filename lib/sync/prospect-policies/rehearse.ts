import { type ProspectStatus, prospectStatuses } from "@/lib/commerce/prospects/rules"
import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { readAsides } from "@/lib/sales/policies/asides"
import { compare, emptyRehearsal, noteHeld, type PolicyRehearsal } from "@/lib/sales/policies/tally"
import { mostRehearsed } from "@/lib/sales/rule-sets/rehearsal"
import { rehearseRules } from "@/lib/sales/rule-sets/rehearse-rules"
import { comparedAtOnce, type Rehearsed, rehearseStepOf } from "@/lib/sales/rule-sets/rehearse-step"
import type { Rule } from "@/lib/sales/rule-sets/rule"
import { matchArrived } from "./ask-prospects"
import { type ProspectEffect, prospectRules } from "./kind"
import type { RehearseProspectRules } from "./schema"

/** A prospect of the last ninety days as a rehearsal sees it: which policies would have held when it came, and what became of it. */
type RehearsedProspect = {
  id: string
  at: Date
  label: string
  status: ProspectStatus
  ownerId: string | null
  ownerName: string | null
  decidedBy: "person" | "policy" | "applicant" | null
  matched: number[]
}

const done: Partial<Record<ProspectEffect["do"], ProspectStatus>> = { approve: "approved", reject: "rejected" }

const rehearsed: Rehearsed<RehearsedProspect> = {
  kind: prospectRules,
  atOnce: comparedAtOnce,
  first: emptyRehearsal(["approve", "reject"]),
  async next(tx, run, { rules }, cursor, limit, now) {
    const rows = await nextProspects(tx, run, cursor, limit)
    const matched = await matchArrived(
      tx,
      rules,
      rows.map(({ id }) => id),
      now,
    )
    return rows.map((row) => ({ ...row, matched: matched.get(row.id) ?? [] }))
  },
  async take(tx, given, before, prospects) {
    const rules = given.rules as readonly Rule<ProspectEffect>[]
    const result = structuredClone(before) as PolicyRehearsal
    result.judged += prospects.length
    const all = prospects.map((prospect) => ({ record: prospect, held: prospect.matched.flatMap((place) => rules[place] ?? []) }))
    const asides = await readAsides(tx, "prospect", all)
    for (const { record: prospect, held } of all) {
      noteHeld(result, prospect, held, (rule) => asides(prospect, rule))
      const rule = held.find(({ effect }) => done[effect.do])
      if (rule) compare(result, becameOf(prospect, rule), rule)
    }
    return result
  },
}

const decidedBy = Prisma.sql`case when p.status = 'withdrawn' then 'applicant' when p.status <> 'pending' and p.decided_by_id is null then 'policy'
  when p.status <> 'pending' then 'person' end`

/** The prospects of the rehearsed days beyond a cursor, the newest first. */
export function nextProspects(
  tx: Tx,
  { since, startedAt }: { since: Date | null; startedAt: Date },
  cursor: [at: string, id: string] | null,
  limit: number,
) {
  const beyond = cursor ? Prisma.sql`(p.submitted_at, p.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : Prisma.sql`true`
  return tx.$queryRaw<Omit<RehearsedProspect, "matched">[]>`
    select p.id, p.submitted_at as at, p.company_name as label, p.status::text as status, p.owner_id as "ownerId", p.owner_name as "ownerName",
      ${decidedBy} as "decidedBy" from commerce.prospect p
    where p.submitted_at >= ${since} and p.submitted_at <= ${startedAt} and p.status <> 'merged' and ${beyond}
    order by p.submitted_at desc, p.id desc limit ${limit}`
}

const becameOf = ({ id, label, status, decidedBy: by }: RehearsedProspect, { effect }: Rule<ProspectEffect>) => ({
  ...{ id, label, isOpen: status === "pending", isByPerson: by === "person" },
  ...{ isSame: status === done[effect.do], did: prospectStatuses[status] },
})

/** What the worker does with a rehearsal of the policies of prospects. */
export const rehearseProspectsStep = rehearseStepOf(rehearsed)

async function countProspects(tx: Tx, since: Date, until: Date): Promise<number> {
  const [counted] = await tx.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from (
      select 1 from commerce.prospect where submitted_at >= ${since} and submitted_at <= ${until} and status <> 'merged'
      order by submitted_at desc limit ${mostRehearsed}) as recent`
  return counted?.total ?? 0
}

/** Has the worker ask policies of the prospects of the last ninety days, without doing anything. */
export const rehearseProspectRules = (ctx: Ctx & { actor: Staff }, { draft }: RehearseProspectRules) =>
  rehearseRules(ctx, { kind: prospectRules, draft }, countProspects)
