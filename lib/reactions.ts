import { postCreditChanged } from "./mail/post-credit-changed"
import { postCreditDeclined } from "./mail/post-credit-declined"
import { postEscalations } from "./mail/post-escalations"
import { postPasswordReset } from "./mail/post-password-reset"
import { postRoleChanged } from "./mail/post-role-changed"
import { postStaffInvited } from "./mail/post-staff-invited"
import { postUserAdded } from "./mail/post-user-added"
import { postUserRemoved } from "./mail/post-user-removed"
import type { Reactions } from "./platform/run-facts"
import { assignArrived } from "./sales/assignment/assign-arrived"
import { matchArrived } from "./sales/matching/match-arrived"
import { scoreArrived } from "./sales/scoring/score-arrived"
import { startTimers } from "./sales/timers/start-timers"
import { decideArrived, decideConfirmed } from "./sync/policies/decide-by-policies"
import { decideConfirmedProspects, decideProspects } from "./sync/prospect-policies/decide-prospects"
import { sweepProspects } from "./sync/prospect-timers/sweep-prospects"

/** For each fact, what is done about it after commit. */
export const reactions: Reactions = {
  "leads.escalated": [postEscalations],
  "lead.arrived": [matchArrived, scoreArrived, decideArrived, assignArrived, startTimers],
  "lead.confirmed": [decideConfirmed],
  "prospect.arrived": [decideProspects],
  "prospect.confirmed": [decideConfirmedProspects],
  "requests.changed": [sweepProspects],
  "member.invited": [postUserAdded],
  "member.role_changed": [postRoleChanged],
  "member.removed": [postUserRemoved],
  "credit.changed": [postCreditChanged],
  "credit.declined": [postCreditDeclined],
  "password.reset_requested": [postPasswordReset],
  "staff.invited": [postStaffInvited],
}
