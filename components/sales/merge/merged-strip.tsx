import { Merge } from "lucide-react"
import { RecordLink } from "@/components/shell/record-link"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { MergedPart } from "@/lib/sync/get-merged"
import type { MergeKind } from "@/lib/sync/merge-fields"

/** What became part of a record lately, with the way to take it apart again. */
export function MergedStrip({ kind, parts }: { kind: MergeKind; parts: readonly MergedPart[] }) {
  return parts.map(({ id, label, actorName, at }) => (
    <Strip key={id} tone="mute" icon={<Merge aria-hidden="true" />} className="flex-none">
      <RecordLink kind={kind} id={id}>
        {label}
      </RecordLink>{" "}
      is a part of this {kind} since {actorName} merged the two, <Moment at={at} />. Open it to unmerge.
    </Strip>
  ))
}
