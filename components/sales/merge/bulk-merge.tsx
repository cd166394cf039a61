"use client"
import { Merge } from "lucide-react"
import { useRouter } from "next/navigation"
import { Button } from "@/components/ui/button"
import { useGridSelection } from "@/components/ui/grid-selection"
import type { MergeKind } from "@/lib/sync/merge-fields"
import { mergeHref, mergeKinds } from "./merge-kind-words"

/** **Merge** for two ticked rows: leads to the page that compares them. */
export function BulkMerge({ kind }: { kind: MergeKind }) {
  const router = useRouter()
  const grid = useGridSelection()
  const [a, b, ...more] = grid?.rows ?? []
  if (!a || grid?.all) return null
  const reason = b && more.length === 0 ? null : `Tick two ${mergeKinds[kind].many} to merge them.`
  return (
    <Button size="s" icon={<Merge aria-hidden="true" />} reason={reason} onClick={() => b && router.push(mergeHref(kind, a.id, b.id))}>
      Merge
    </Button>
  )
}
