import type { ReactNode } from "react"
import type { MergeKind } from "@/lib/sync/merge-fields"
import { BulkMerge } from "./bulk-merge"

/** The commands for ticked rows of a list, and **Merge** for two of them. */
export const withMerge = (kind: MergeKind, bulk: ReactNode) => (
  <>
    {bulk}
    <BulkMerge kind={kind} />
  </>
)
