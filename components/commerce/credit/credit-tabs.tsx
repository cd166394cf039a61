import { Tabs } from "@/components/ui/tabs"
import { type CreditQuery, type CreditView, creditList } from "@/lib/commerce/credit/list/views"
import { systemHref } from "@/lib/platform/list-href"

const views = Object.keys(creditList.views) as CreditView[]
const short: Partial<Record<CreditView, string>> = { all: "All" }

/** The standard views of credit, with how many organizations stand in each where that is known. */
export function CreditTabs({ query, counts }: { query: CreditQuery; counts: Record<CreditView, number> | null }) {
  return (
    <Tabs
      label="Views of credit"
      tabs={views.map((view) => ({
        label: short[view] ?? creditList.views[view],
        href: systemHref(creditList, view, query.isNamed),
        count: counts?.[view].toLocaleString("en"),
        current: query.saved === null && query.view === view,
      }))}
    />
  )
}
