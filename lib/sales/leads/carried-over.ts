import { db } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"

export type CarriedKind = "note" | "file" | "task" | "phone_call" | "appointment" | "email" | "stakeholder"
/** One thing that was there with a lead: what it is, from when and of whom. */
export type CarriedItem = { id: string; kind: CarriedKind; text: string; at: Date; by: string | null }
export type CarriedPlace = { kind: "lead" | "opportunity" | "account" | "contact"; id: string; label: string }

/** All that a qualified lead was accompanied by, where it lives, and the records on which it is shown since. */
export type CarriedOver = { home: CarriedPlace; shownOn: CarriedPlace[]; items: CarriedItem[]; isMore: boolean }

const most = 200
const mention = /@\{[^}]*\}/g

/** What lives on a lead: nothing of it is copied or moved when the lead is qualified, so nothing can be lost. */
async function itemsOf(leadId: string): Promise<CarriedItem[]> {
  const found = await db.$queryRaw<CarriedItem[]>`
    select id, kind, text, at, by from (
      select a.id, a.kind::text as kind, coalesce(a.subject, left(a.text, 200)) as text, a.at, a.actor_name as by
        from sales.activity a where a.lead_id = ${leadId}::uuid and a.kind <> 'email'
      union all
      select f.id, 'file', f.name, f.created_at, f.uploaded_by_name
        from sales.activity a join sales.attachment f on f.activity_id = a.id where a.lead_id = ${leadId}::uuid
      union all
      select s.id, 'stakeholder', s.name, s.created_at, null from sales.stakeholder s where s.lead_id = ${leadId}::uuid
      union all
      (with found as materialized (select * from platform.mail where record_ids @> array[${leadId}::uuid])
        select m.id, 'email', m.subject || ', to ' || m.to_address, coalesce(m.sent_at, m.created_at), null from found m where m.state <> 'canceled')
    ) carried order by at desc, id limit ${most + 1}`
  return found.map((item) => ({ ...item, text: item.text.replace(mention, "@…") }))
}

/** The carry-over of a qualified lead; null for one that is not. */
export async function getCarriedOver(leadId: string): Promise<CarriedOver | null> {
  const lead = await db.lead.findFirst({
    where: { id: leadId, state: "qualified" },
    select: {
      id: true,
      companyName: true,
      account: { select: { id: true, name: true } },
      contact: { select: { id: true, firstName: true, lastName: true } },
      opportunity: { select: { id: true, topic: true } },
      originatedOpportunities: { orderBy: { createdAt: "asc" }, take: 10, select: { id: true, topic: true } },
    },
  })
  if (!lead) return null
  const items = await itemsOf(leadId)
  const opportunities = new Map([lead.opportunity, ...lead.originatedOpportunities].flatMap((one) => (one ? [[one.id, one.topic]] : [])))
  return {
    home: { kind: "lead", id: lead.id, label: lead.companyName },
    shownOn: [
      ...[...opportunities].map(([id, label]) => ({ kind: "opportunity" as const, id, label })),
      ...(lead.account ? [{ kind: "account" as const, id: lead.account.id, label: lead.account.name }] : []),
      ...(lead.contact ? [{ kind: "contact" as const, id: lead.contact.id, label: fullName(lead.contact) }] : []),
    ],
    items: items.slice(0, most),
    isMore: items.length > most,
  }
}
