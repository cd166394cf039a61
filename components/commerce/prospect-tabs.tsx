import { Tabs } from "@/components/ui/tabs"
import type { ProspectCounts } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import { allOf, type Filter, isJoined, parts } from "@/lib/platform/filter"
import { listHref } from "@/lib/platform/list-href"

type Status = keyof typeof prospectStatuses

const isStatus = (part: Filter) => !isJoined(part) && part[0] === "status"

/** Pending, Approved, Rejected, Withdrawn and All, with their counts: each is the view with one condition on the status. */
export function ProspectTabs({ query, counts }: { query: ProspectQuery; counts: ProspectCounts }) {
  const { where } = query
  const all = where === null ? [] : isJoined(where) && where[0] === "and" ? parts(where) : [where]
  const asked = JSON.stringify(all.filter(isStatus))
  const tab = (label: string, count: number, status: readonly Filter[]) => ({
    label,
    href: listHref(prospectList, query, { where: allOf([...all.filter((part) => !isStatus(part)), ...status]) }),
    count: count.toLocaleString("en"),
    current: asked === JSON.stringify(status),
  })
  const some = (["pending", "approved", "rejected", "withdrawn", "merged"] satisfies Status[])
    .map((status) => tab(prospectStatuses[status], counts[status], [["status", "is", status]]))
    // Merged requests are few: their tab comes with the first of them.
    .filter(({ label, current }) => label !== prospectStatuses.merged || counts.merged > 0 || current)
  return <Tabs label="Status" tabs={[...some, tab("All", counts.all, [])]} />
}
