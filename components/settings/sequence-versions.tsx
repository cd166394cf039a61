import { ChevronRight } from "lucide-react"
import { DataTable } from "@/components/ui/data-table"
import { Moment } from "@/components/ui/time"
import type { SequenceVersion } from "@/lib/settings/numbers/queries"

const heads = ["Version", "Format", "Digits", "Began at", "Continuous", "By", "When"]

/** How the numbers of a kind were written before, behind a disclosure. */
export function SequenceVersions({ name, versions, current }: { name: string; versions: readonly SequenceVersion[]; current: number }) {
  if (versions.length < 2) return null
  return (
    <details className="group mt-3">
      <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 text-ink-2 hover:text-ink">
        <ChevronRight size={14} aria-hidden="true" className="group-open:rotate-90" />
        {`History of ${name}`}
      </summary>
      <div className="mt-2 max-w-[860px] overflow-x-auto">
        <DataTable
          label={`Versions of ${name}`}
          heads={heads}
          isPlain
          rows={versions.map(({ number, format, digits, next, isContinuous, actorName, at }) => ({
            key: String(number),
            name: number === current ? `${number}, holds` : String(number),
            cells: [format, digits, next.toLocaleString("en"), isContinuous ? "Yes" : "No", actorName, <Moment key="at" at={at} />],
          }))}
        />
      </div>
    </details>
  )
}
