import { Tabs } from "@/components/ui/tabs"
import type { ProspectCounts } from "@/lib/commerce/prospects/queries"
import { prospectStatuses } from "@/lib/commerce/prospects/rules"
import { type ProspectQuery, prospectList } from "@/lib/commerce/prospects/views"
import { listHref } from "@/lib/platform/list-query"

/** Pending, Approved, Rejected, Withdrawn and All, with their counts. */
export function ProspectTabs({ query, counts }: { query: ProspectQuery; counts: ProspectCounts }) {
  const { status } = query.filters
  const some = (["pending", "approved", "rejected", "withdrawn"] as const).map((value) => ({
    label: prospectStatuses[value],
    href: listHref(prospectList, query, { filters: { status: value } }),
    count: counts[value].toLocaleString("en"),
    current: status === value,
  }))
  const all = {
    label: "All",
    href: listHref(prospectList, query, { filters: { status: null } }),
    count: counts.all.toLocaleString("en"),
    current: !status,
  }
  return <Tabs label="Status" tabs={[...some, all]} />
}
