import { db } from "@/lib/platform/db"
import { fieldTexts } from "@/lib/platform/editable"
import type { LeadWork } from "@/lib/sales/leads/get-lead-work"
import type { Worker } from "@/lib/sales/worker"
import type { DeskView } from "./desk"
import { findWorld } from "./find-world"
import { leadSources } from "./mapping"

const accountsAtMost = 10
const perAccount = 10

type Around = { accountId: string; id: string; kind: "contact" | "opportunity" }

/** Who works at some accounts, and what is open there: the newest few of each. */
export const aroundAccounts = (accountIds: string[]): Promise<Around[]> =>
  accountIds.length === 0
    ? Promise.resolve([])
    : db.$queryRaw<Around[]>`
        select a.id as "accountId", found.id, found.kind from unnest(${accountIds}::uuid[]) as a (id), lateral (
          (select c.id, 'contact' as kind from sales.contact c where c.account_id = a.id order by c.created_at desc, c.id limit ${perAccount})
          union all
          (select o.id, 'opportunity' from sales.opportunity o where o.account_id = a.id and o.state = 'open'
            order by o.created_at desc, o.id limit ${perAccount})) as found`

/**
 * What the decision desk of a lead plans with: its values, what matches it, and what stands around that on both sides. Null where the lead cannot
 * be qualified by this person, or not any more.
 */
export async function getDesk({ lead, matches, refusals }: LeadWork, worker: Worker, now: Date): Promise<DeskView | null> {
  if (!matches || refusals.qualify) return null
  const accounts = matches.accounts.slice(0, accountsAtMost)
  const around = await aroundAccounts(accounts.map(({ id }) => id))
  const idsOf = (kind: Around["kind"]) => around.filter((one) => one.kind === kind).map(({ id }) => id)
  const alike = matches.contacts.map(({ id }) => id)
  const colleagues = idsOf("contact").filter((id) => !alike.includes(id))
  const wanted = {
    emails: lead.email ? [lead.email] : [],
    accounts: accounts.map(({ id }) => id),
    contacts: [...alike, ...colleagues],
    opportunities: idsOf("opportunity"),
  }
  const world = await findWorld(db, wanted, false)
  return {
    lead: { id: lead.id, version: lead.version, email: lead.email, values: fieldTexts(leadSources, lead) },
    seenAt: now.toISOString(),
    worker: { id: worker.id, staffRole: worker.staffRole },
    mapping: world.mapping,
    maps: [...world.maps],
    known: {
      accounts: [...world.accounts.values()],
      contacts: [...world.contacts.values()],
      customers: [...world.customers.values()],
      opportunities: [...world.opportunities.values()],
    },
    byEmail: { contacts: [...world.contactByEmail], people: [...world.personByEmail] },
    accounts: accounts.map(({ id, verdict, reasons }) => ({
      id,
      verdict,
      reasons,
      since: (world.accountKeys.get(id)?.createdAt ?? now).getUTCFullYear(),
    })),
    contacts: [
      ...matches.contacts.map(({ id, verdict, reasons }) => ({ id, verdict, reasons })),
      ...colleagues.map((id) => ({ id, verdict: null, reasons: ["Works there"] })),
    ],
  }
}
