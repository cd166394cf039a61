import { FilterSelect } from "@/components/shell/filter-select"
import { laneField } from "@/lib/platform/lane-query"
import { listHref } from "@/lib/platform/list-href"
import type { ListQuery, WorkShape } from "@/lib/platform/list-query"
import { LayoutSwitch } from "./layout-switch"

/** How the rows of a view lie: as a grid, in groups or not, or as a board. */
export function LayoutChoice({ shape, query }: { shape: WorkShape; query: ListQuery }) {
  const isBoard = query.layout === "board"
  const groups = shape.groups.map((name) => ({
    value: name,
    label: shape.fields[name]?.label ?? name,
    href: listHref(shape, query, { group: name }),
  }))
  const none = { value: "", label: "Nothing", href: listHref(shape, query, { group: null }) }
  const hrefs = { grid: listHref(shape, query, { layout: "grid" }), board: listHref(shape, query, { layout: "board" }) }
  return (
    <div className="ml-auto flex flex-none items-center gap-1.5 max-m:ml-0">
      <FilterSelect label="Group by" value={laneField(shape, query)} choices={isBoard ? groups : [none, ...groups]} />
      <LayoutSwitch open={query.layout} hrefs={hrefs} />
    </div>
  )
}
