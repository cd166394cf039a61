import { KanbanSquare, Rows3 } from "lucide-react"
import Link from "next/link"
import { FilterSelect } from "@/components/shell/filter-select"
import { laneField } from "@/lib/platform/lane-query"
import { type Layout, type ListQuery, listHref, type WorkShape } from "@/lib/platform/list-query"

const layouts = [
  { layout: "grid", word: "Grid", Icon: Rows3 },
  { layout: "board", word: "Board", Icon: KanbanSquare },
] as const satisfies readonly { layout: Layout; word: string; Icon: typeof Rows3 }[]

/** How the rows of a view lie: as a grid, in groups or not, or as a board. */
export function LayoutChoice({ shape, query }: { shape: WorkShape; query: ListQuery }) {
  const isBoard = query.layout === "board"
  const groups = shape.groups.map((name) => ({
    value: name,
    label: shape.fields[name]?.label ?? name,
    href: listHref(shape, query, { group: name }),
  }))
  const none = { value: "", label: "Nothing", href: listHref(shape, query, { group: null }) }
  return (
    <div className="ml-auto flex flex-none items-center gap-1.5 max-m:ml-0">
      <FilterSelect label="Group by" value={laneField(shape, query)} choices={isBoard ? groups : [none, ...groups]} />
      <nav aria-label="Layout" className="inline-flex h-[30px] flex-none items-center rounded-2 border border-line-2 max-m:h-10">
        {layouts.map(({ layout, word, Icon }) => (
          <Link
            key={layout}
            href={listHref(shape, query, { layout })}
            prefetch={false}
            replace
            scroll={false}
            aria-current={query.layout === layout ? "true" : undefined}
            className="inline-flex h-full items-center gap-1.5 px-2.5 text-ink-2 first:rounded-l-2 last:rounded-r-2 hover:bg-sheet-hover aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent-text"
          >
            <Icon size={14} aria-hidden="true" />
            {word}
          </Link>
        ))}
      </nav>
    </div>
  )
}
