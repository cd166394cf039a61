import type { Refusal } from "@/lib/platform/errors"
import { type Owned, refusalByOwner, refusalByRole, type Worker } from "../worker"

const deed = "say whether two records are the same"

/** Why somebody cannot say that two records are not the same, or take that back; null where they can. Whoever may work one of the two may judge both. */
export function refusalToJudgePair(one: Owned, other: Owned, worker: Worker): Refusal | null {
  const byRole = refusalByRole(worker, "duplicate:judge", deed)
  if (byRole) return byRole
  const [first, second] = [refusalByOwner(worker, one, deed), refusalByOwner(worker, other, deed)]
  return first && second ? first : null
}
