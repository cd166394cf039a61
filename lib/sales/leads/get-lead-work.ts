import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { db } from "@/lib/platform/db"
import type { SearchParams } from "@/lib/platform/list-query"
import { matchLeads } from "../accounts/match-leads"
import { whyWaiting } from "../approvals/get-waiting"
import { noRules } from "../assignment/assign-lead-by-rules"
import { getStandingDecision } from "../decisions"
import { listOwners } from "../owners"
import { holdsRules } from "../rule-sets/published-books"
import { getLeadTimers } from "../timers/get-lead-timers"
import { refusalToPause, refusalToResume } from "../timers/rules"
import { getLead, type LeadDetail } from "./queries"
import {
  refusalToAssign,
  refusalToAssignByRules,
  refusalToDisqualify,
  refusalToEdit,
  refusalToMark,
  refusalToQualify,
  refusalToReactivate,
} from "./rules"

/** Of the accounts and contacts that a lead may be, so many are told at most. */
const mostShown = 20

/** What a person needs to work a lead: what it may be, what it became, and why a command is not open to them. */
export async function getLeadWork(staff: Staff, lead: LeadDetail) {
  const isOpen = lead.state === "open"
  const mayAssign = may(staff.staffRole, "lead:assign")
  const [matches, decision, owners, timers, assigns, waits] = await Promise.all([
    isOpen ? matchLeads(db, [lead], mostShown).then((found) => found.get(lead.id) ?? null) : null,
    isOpen ? null : getStandingDecision({ leadId: lead.id }, [...decidingKinds[lead.state]]),
    isOpen && mayAssign ? listOwners() : [{ id: staff.id, name: staff.name }],
    getLeadTimers(lead),
    isOpen && mayAssign ? holdsRules(db, "assignment") : true,
    isOpen ? whyWaiting({ leadId: lead.id }) : null,
  ])
  const reasonOf = (refusal: { message: string } | null) => refusal?.message ?? null
  return {
    lead,
    matches,
    decision,
    owners,
    timers,
    refusals: {
      qualify: reasonOf(refusalToQualify(lead, staff)) ?? waits,
      disqualify: reasonOf(refusalToDisqualify(lead, staff)) ?? waits,
      assign: reasonOf(refusalToAssign(lead, staff, null)),
      assignByRules: reasonOf(refusalToAssignByRules(lead, staff)) ?? (assigns ? null : noRules),
      edit: reasonOf(refusalToEdit(lead, staff)),
      mark: reasonOf(refusalToMark(lead, staff, lead.statusReason === "contacted" ? "new" : "contacted")),
      pause: reasonOf(refusalToPause(lead, staff, timers.pause !== null)),
      resume: reasonOf(refusalToResume(lead, staff, timers.pause !== null || timers.waits !== null)),
      reactivate: reasonOf(refusalToReactivate({ ...lead, isWithdrawn: decision?.kind === "withdraw" }, staff)),
    },
  }
}

export type LeadWork = Awaited<ReturnType<typeof getLeadWork>>

/** Which decisions bring a lead into its state. */
const decidingKinds = { open: [], qualified: ["qualify", "approve"], disqualified: ["disqualify", "reject", "withdraw"] } as const

const askable = ["qualify", "disqualify"] as const

/** The lead and the command that the URL of the grid asks to open; null when it asks for nothing that exists. */
export async function getAskedLead(staff: Staff, params: SearchParams) {
  const command = askable.find((word) => word === params.do) ?? null
  const lead = command && typeof params.lead === "string" ? await getLead(params.lead) : null
  return command && lead ? { command, work: await getLeadWork(staff, lead) } : null
}
