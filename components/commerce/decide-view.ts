import { approvalSentence, rejectionSentence, type Shared } from "@/lib/commerce/prospects/consequence"
import type { ProspectDetail } from "@/lib/commerce/prospects/queries"
import { refusalToApprove, refusalToReject, refusalToReopen } from "@/lib/commerce/prospects/rules"
import type { ActingRole } from "@/lib/identity/permissions"

export type DecideView = {
  prospectId: string
  companyName: string
  approval: string
  rejection: string
  refusedApprove: string | null
  refusedReject: string | null
  /** Null where it can be reopened; undefined where there is nothing to reopen. */
  refusedReopen: string | null | undefined
  undoSeconds: number
  /** That a second person will be asked, and because of which policy; null where nobody is. */
  asks: { approve: string | null; reject: string | null }
  /** The reasons that the house gives as a rule, the usual one first. */
  reasons: readonly string[]
  /** Whose dialog opens with the page. */
  opens: "approve" | "reject" | null
}

/** What Approve and Reject say to somebody of a role, and why they cannot be used, where they cannot. */
export function decideView(
  { prospect, shared, nextHierarchy }: { prospect: ProspectDetail; shared: Shared | null; nextHierarchy: string },
  role: ActingRole,
  { undoSeconds, asks, reasons }: Pick<DecideView, "undoSeconds" | "asks" | "reasons">,
  asked: unknown,
  /** Why nobody decides it now, where it waits for a second person. */
  waits: string | null,
): DecideView {
  return {
    prospectId: prospect.id,
    companyName: prospect.companyName,
    approval: approvalSentence(prospect, nextHierarchy, shared),
    rejection: rejectionSentence(prospect, shared),
    refusedApprove: refusalToApprove(prospect, role)?.message ?? waits,
    refusedReject: refusalToReject(prospect, role)?.message ?? waits,
    refusedReopen: prospect.status === "rejected" ? (refusalToReopen(prospect, role)?.message ?? null) : undefined,
    ...{ undoSeconds, asks, reasons },
    opens: asked === "approve" || asked === "reject" ? asked : null,
  }
}
