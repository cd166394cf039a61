import Link from "next/link"
import { systemHref } from "@/lib/platform/list-href"
import type { WorkShape } from "@/lib/platform/list-query"
import { type LeadQuery, leadList } from "@/lib/sales/leads/views"

const unowned = JSON.stringify(["and", ["owner", "empty"], ["status", "is", "new", "contacted"]])

/** Under the head of My open leads: why a lead that dual-write made is not among them. */
export function LeadListLine({ query }: { query: LeadQuery }) {
  if (query.saved || query.view !== "my-open") return null
  return (
    <p className="flex-none px-6 pb-2.5 text-12 text-ink-3 max-m:px-4">
      A lead that came from Commerce has no owner at first. It joins My open leads when somebody takes it.{" "}
      <Link className="link" prefetch={false} href={unownedHref(leadList)}>
        Show leads that nobody owns
      </Link>
    </p>
  )
}

const unownedHref = (shape: WorkShape) => `${systemHref(shape, "commerce", true)}&f=${encodeURIComponent(unowned)}`
