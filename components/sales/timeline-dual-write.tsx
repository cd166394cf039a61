import { ArrowRightLeft } from "lucide-react"
import type { ReactNode } from "react"
import { RecordLink } from "@/components/shell/record-link"
import type { TimelineItem } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/sales/timeline-entry"
import { tableMaps } from "@/lib/sync/maps"

type Written = Extract<TimelineEntry, { kind: "dual-write" }>

const states = {
  applied: "in the same transaction",
  queued: "waiting its turn",
  failed: "waiting in Catch-up errors",
  skipped: "skipped",
} as const

/** What dual-write wrote from one store to the other, with links to both ends. */
export function dualWriteItem(entry: Written, here: string): TimelineItem {
  return {
    id: `dual-write-${entry.id}`,
    at: entry.at,
    icon: <ArrowRightLeft />,
    tone: entry.state === "failed" ? "bad" : "accent",
    headline: (
      <>
        <b>Dual-write</b> {deed(entry, here)}
      </>
    ),
    body: (
      <>
        {whence(entry)}, by the map {tableMaps[entry.map].name}, {states[entry.state]}.{entry.error && ` ${entry.error}`}
      </>
    ),
  }
}

function deed({ operation, source, target }: Written, here: string): string {
  if (operation === "create")
    return target.kind === "lead"
      ? `created ${target.id === here ? "this lead" : `the lead ${target.label}`}`
      : `wrote the ${source.kind} to Commerce`
  const deeds: Record<string, string> = {
    approve: "approved the prospect",
    reject: "rejected the prospect",
    reopen: "opened the prospect again",
    undo: "took the decision back in Commerce",
    merge: target.kind === "prospect" ? "merged the prospect with another" : "merged two customers",
    unmerge: target.kind === "prospect" ? "let the prospect stand by itself again" : "let the customer stand by itself again",
    link: `linked the ${source.kind} to Commerce`,
    activate: "made the customer Active",
    archive: "archived the customer",
  }
  return deeds[operation] ?? `updated the ${target.kind}`
}

function whence({ map, operation, source, target }: Written): ReactNode {
  const [noun, record] = target.kind === "lead" ? ["From prospect", source] : [target.kind === "customer" ? "Customer" : "Prospect", target]
  const type = map === "accounts_customers" ? "Organization" : "Person"
  const status = operation === "create" && target.kind === "customer" ? `, ${type}, Provisional` : ""
  return (
    <>
      {noun}{" "}
      <RecordLink kind={record.kind} id={record.id}>
        {record.label}
      </RecordLink>
      {target.kind === "lead" ? " in Commerce" : status}
    </>
  )
}
