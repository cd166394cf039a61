import { matchCompanies } from "@/lib/commerce/customers/match-company"
import { findPartnerships } from "@/lib/commerce/hierarchies/find-partnerships"
import type { Staff } from "@/lib/identity/actor"
import { Prisma, type Tx } from "@/lib/platform/db"
import { fullName } from "@/lib/platform/party"
import type { Matches } from "@/lib/sales/accounts/match-lead"
import { matchLeads } from "@/lib/sales/accounts/match-leads"
import { guardsToDecide, readToDecide, refusalToDecide, type ToDecide } from "@/lib/sync/prospect-decisions/to-decide"
import { approveVerdict, type ToApprove } from "../approve-verdict"
import type { Checked, RunItem, RunJob } from "../run-job"
import { idsOf } from "../sort-out"
import { aboutOf } from "./prospects"
import { askForJudged, waitingOf } from "./second-person"
import { findTwins } from "./twins"

/** What would become of each prospect of a batch, were the run begun. */
export async function lookAtApprovals(tx: Tx, staff: Staff, run: RunJob, items: readonly RunItem[]): Promise<Checked[]> {
  const found = await readToDecide(tx, idsOf(items))
  const byId = new Map(found.map((one) => [one.prospect.id, one]))
  const guards = await guardsToDecide(tx, "approve", found, new Date())
  const waiting = await waitingOf(tx, aboutOf(found))
  const able = found.filter((one) => refusalToDecide("approve", one, staff.staffRole) === null)
  const leads = able.flatMap(({ lead }) => (lead?.state === "open" ? lead : []))
  const strangers = able.filter(({ lead, prospect }) => !lead && !prospect.organizationId)
  const matches = await matchLeads(tx, leads)
  const partners = await partnersOf(tx, matches)
  const companies = await matchCompanies(
    tx,
    strangers.map(({ prospect: { id, companyName, taxId } }) => ({ id, companyName, taxId })),
  )
  const placeOf = new Map(items.map(({ place, recordId }) => [recordId, place]))
  const asked = leads.flatMap(({ prospectId, email, taxId, nameKey }) => {
    const place = placeOf.get(prospectId ?? "")
    return place === undefined ? [] : [{ place, email, taxId, nameKey }]
  })
  const leadTwins = await findTwins(tx, run, asked, Prisma.sql`l.prospect_id`)
  const twins = await findCompanyTwins(tx, run, strangers, placeOf)
  return items.map(({ place, recordId }): Checked => {
    const one = byId.get(recordId)
    if (!one) return { place, verdict: "blocked", told: "It is not there any more." }
    const { prospect, lead, deal } = one
    const refusal =
      refusalToDecide("approve", one, staff.staffRole)?.message ?? waiting.get(recordId) ?? waiting.get(lead?.id ?? "") ?? null
    const inSales = (): ToApprove["inSales"] => {
      if (!lead) return { is: "nothing" }
      if (lead.state !== "open") return { is: "deal", topic: deal?.topic ?? null }
      const { accounts = [], contacts = [] } = matches.get(lead.id) ?? {}
      const { email, companyName } = lead
      const asked = {
        refusal: null,
        email,
        companyName,
        personName: fullName(lead),
        accounts,
        contacts,
        twin: leadTwins.get(place) ?? null,
      }
      return { is: "lead", asked, partnerOf: (accountId) => partners.get(accountId) ?? null }
    }
    const judged = approveVerdict({
      refusal,
      number: prospect.number,
      email: prospect.email,
      personName: fullName(prospect),
      companyName: prospect.companyName,
      inSales: inSales(),
      known: companies.get(recordId) ?? [],
      twin: twins.get(recordId) ?? null,
      hasCustomers: prospect.organizationId !== null,
    })
    const guard = guards.get(recordId)?.guard
    return guard && judged.verdict !== "blocked" ? askForJudged(place, guard, judged) : { place, ...judged }
  })
}

/** Which of the matched accounts are partners already: the numbers of their hierarchies. */
async function partnersOf(tx: Tx, matches: ReadonlyMap<string, Matches>): Promise<Map<string, string>> {
  const accounts = [...matches.values()].flatMap((match) => match.accounts)
  const partnerships = await findPartnerships(tx, [...new Set(accounts.flatMap(({ customerId }) => customerId ?? []))])
  const byCustomer = new Map(partnerships.map(({ customerId, number }) => [customerId, number]))
  return new Map(
    accounts.flatMap(({ id, customerId }) => {
      const number = byCustomer.get(customerId ?? "")
      return number ? [[id, number] as const] : []
    }),
  )
}

type Row = { id: string; prospectId: string; number: string; isSure: boolean }

/** For each prospect without a lead one further up in the run whose company is called the same; surely the same by its address or tax ID. */
async function findCompanyTwins(tx: Tx, run: RunJob, some: readonly ToDecide[], placeOf: ReadonlyMap<string, number>) {
  if (some.length === 0) return new Map<string, Omit<Row, "id">>()
  const asked = some.map(({ prospect: { id, companyName, email, taxId } }) => ({
    id,
    place: placeOf.get(id) ?? 0,
    companyName,
    email,
    taxId,
  }))
  const rows = await tx.$queryRaw<Row[]>`
    select a.id, t.id as "prospectId", t.number, t.email = a.email or coalesce(t.tax_id = a."taxId", false) as "isSure"
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (id uuid, place int, "companyName" text, email text, "taxId" text), lateral (
      select p.id, p.number, p.email, p.tax_id from commerce.prospect p join platform.bulk_item i on i.run_id = ${run.id}::uuid and i.record_id = p.id
      where p.company_name = a."companyName" and p.status = 'pending' and p.lead_id is null and i.place < a.place order by i.place limit 1) t`
  return new Map(rows.map(({ id, ...twin }) => [id, twin]))
}
