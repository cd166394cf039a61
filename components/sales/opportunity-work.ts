import { env } from "@/lib/platform/env"
import { languageName } from "@/lib/platform/language-name"
import { fullName } from "@/lib/platform/party"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { dayIn } from "@/lib/platform/zone"
import type { OpportunityWork } from "@/lib/sales/opportunities/get-opportunity-work"
import type { OpportunityState } from "@/lib/sales/opportunities/rules"
import type { MapKey } from "@/lib/sync/maps"

/** What the dialogs of an opportunity need to know of it: plain words and ids. */
export type OpportunityWorkView = {
  id: string
  state: OpportunityState
  topic: string
  companyName: string
  personName: string
  email: string | null
  languageName: string
  /** The requests that closing it decides, where it decides any. */
  requests: { number: string; companyName: string; personName: string }[]
  estimatedRevenue: number | null
  currency: string
  /** Today, as a date field takes it. */
  today: string
  /** Whether closing decides the prospect. */
  doesDecide: boolean
  foresight: OpportunityWork["foresight"]
  refusals: OpportunityWork["refusals"]
  /** Names of competitors, those in the race for this opportunity first. */
  competitors: string[]
  /** How long a decision can be undone. */
  windowSeconds: number
}

export type OpportunityDialogProps = { work: OpportunityWorkView; onClose: () => void }

type Around = { maps: ReadonlySet<MapKey>; now: Date }

/** The view of an opportunity for its dialogs. */
export function opportunityWorkView(
  { opportunity, foresight, refusals, competitors }: OpportunityWork,
  { maps, now }: Around,
): OpportunityWorkView {
  const { id, state, topic, estimatedRevenue, currency, account, contact, qualifiedLeads } = opportunity
  const requests = qualifiedLeads.flatMap((lead) =>
    lead.prospectNumber ? [{ number: lead.prospectNumber, companyName: lead.companyName, personName: fullName(lead) }] : [],
  )
  return {
    id,
    state,
    topic,
    estimatedRevenue,
    currency,
    foresight,
    refusals,
    competitors: [...competitors.here, ...competitors.others].map(({ name }) => name),
    requests,
    windowSeconds: env().SEND_WINDOW_SECONDS,
    companyName: account.name,
    personName: fullName(contact),
    email: contact.email,
    languageName: languageName(contact.language),
    today: dayIn(viewerZone(), now),
    doesDecide: maps.has("opportunities_prospects") && requests.length > 0,
  }
}
