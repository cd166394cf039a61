import type { ProspectDetail } from "./queries"

/** How far Sales is with a prospect, as far as Commerce knows it: nobody works on it, a lead is open, an opportunity is open. */
export type InSales = "none" | "lead" | "opportunity"

export function inSales({ leadId, opportunityId }: Pick<ProspectDetail, "leadId" | "opportunityId">): InSales {
  if (!leadId) return "none"
  return opportunityId ? "opportunity" : "lead"
}

type Judged = Pick<ProspectDetail, "companyName" | "leadId" | "opportunityId" | "email" | "firstName" | "organization" | "requestor">

/** That the opportunity is not this request's alone: the numbers of other pending requests that it decides, and whether it goes on without this one. */
export type Shared = { others: string[]; goesOn: boolean }

const both = { none: "", lead: ", qualifies its lead and wins the opportunity", opportunity: ", wins its opportunity in Sales" }

/** What Approve does, in one sentence with names and counts. `nextHierarchy` is the number that a new hierarchy would get. */
export function approvalSentence(prospect: Judged & { lastName: string }, nextHierarchy: string, shared: Shared | null = null): string {
  const known = prospect.organization?.hierarchies[0]?.number
  const hierarchy = known ? `uses customer hierarchy ${known}` : `creates customer hierarchy ${nextHierarchy}`
  const existing = [prospect.organization, prospect.requestor].filter((customer) => customer !== null)
  const fresh = 2 - existing.length
  const customers =
    fresh === 2 ? "makes 2 Active customers" : fresh === 1 ? "makes 1 Active customer and uses 1" : "makes 2 customers Active"
  const name = `${prospect.firstName} ${prospect.lastName}`
  const others = shared?.others ?? []
  const alike =
    others.length > 0
      ? ` The same opportunity decides ${others.join(", ")}, which ${others.length === 1 ? "is" : "are"} approved too, with ${others.length === 1 ? "an email of its own" : "an email each"}.`
      : ""
  return `Approves ${prospect.companyName}${both[inSales(prospect)]}, ${customers}, ${hierarchy} with ${name} as Admin and sends 1 email to ${prospect.email} with the invitation.${alike}`
}

const lost = { none: "", lead: ", disqualifies its lead in Sales", opportunity: ", closes its opportunity in Sales as Lost" }

/** What Reject does, in one sentence with names and counts. */
export function rejectionSentence(prospect: Judged, shared: Shared | null = null): string {
  const provisional = [prospect.organization, prospect.requestor].filter((customer) => customer?.status === "provisional").length
  const customers = provisional > 0 ? `, archives ${provisional} provisional ${provisional === 1 ? "customer" : "customers"}` : ""
  const inSalesToo = shared?.goesOn
    ? ", takes its lead out of the opportunity, which goes on, and disqualifies it"
    : lost[inSales(prospect)]
  return `Rejects ${prospect.companyName}${inSalesToo}${customers} and sends 1 email with the reason to ${prospect.email}.`
}
