import { getLedgers } from "@/lib/commerce/ledgers"
import { listOwners } from "@/lib/commerce/owners"
import { getProspect } from "@/lib/commerce/prospects/queries"
import { getRequestSettings } from "@/lib/commerce/request-settings/queries"
import type { Staff } from "@/lib/identity/actor"
import { peekNumber } from "@/lib/platform/number-sequences"
import { foreseeAsking } from "./approvals/foresee-asking"
import { getApproval } from "./approvals/queries"
import { getSharedOpportunity } from "./shared-opportunity"

const latest = 6

/** A prospect as the preview beside the list shows it, with what its commands need to know; null when there is none. `asked` is what the URL says. */
export async function getPeekedProspect(staff: Staff, asked: unknown) {
  const prospect = typeof asked === "string" ? await getProspect(asked) : null
  if (!prospect) return null
  const [{ moves, mails, dualWrites }, shared, approval, nextHierarchy, owners, asks, { rejectReasons: reasons }] = await Promise.all([
    getLedgers(prospect.id),
    getSharedOpportunity(prospect),
    getApproval(staff, { prospectId: prospect.id }),
    peekNumber("hierarchy"),
    listOwners(),
    foreseeAsking(prospect, new Date()),
    getRequestSettings(),
  ])
  const ledgers = { moves: moves.slice(0, latest), mails: mails.slice(0, latest), dualWrites: dualWrites.slice(0, latest) }
  return { prospect, ledgers, shared, approval, nextHierarchy, owners, around: { asks, reasons } }
}
