import type { ReactNode } from "react"
import { ExportMenu } from "@/components/shell/export-menu"
import { ListCount } from "@/components/shell/list/counting"
import { ButtonLink } from "@/components/ui/button-link"
import { FilterBar } from "@/components/ui/filter-bar"
import { PageHeader } from "@/components/ui/page-header"
import { SearchBox } from "@/components/ui/search-box"
import { isChanged, keptParams, listParams, revertHref, viewDefinition, wholeHref } from "@/lib/platform/list-href"
import { isNarrowed, type WorkShape } from "@/lib/platform/list-query"
import { definitionText } from "@/lib/views/definition"
import type { OpenList } from "@/lib/views/open-list"
import { ColumnsButton } from "./columns-button"
import { FilterButton } from "./filter-button"
import { FilterChips } from "./filter-chips"
import { LayoutChoice } from "./layout-choice"
import { RefreshButton } from "./refresh-button"
import { Unsaved } from "./unsaved"
import { ViewPicker } from "./view-picker"

type WorkHeadProps = {
  shape: WorkShape
  list: OpenList
  /** In place of the count beside the title. */
  count?: string
  /** How many records each standard view holds, where it is known. */
  counts?: Readonly<Record<string, number>>
  /** Between the title and the search box. */
  tabs?: ReactNode
  /** A quiet line above the rows. */
  line?: ReactNode
  /** Further commands at the right. */
  commands?: ReactNode
}

/** What stands above the rows of a list: its view and the others, what narrows it, what was changed, and what can be done with it. */
export function WorkHead({ shape, list, count, counts, tabs, line, commands }: WorkHeadProps) {
  const { path, key, noun } = shape
  const { shelf } = list
  const query = { ...list.query, after: null, before: null }
  const definition = definitionText(viewDefinition(shape, query))
  return (
    <>
      <PageHeader
        title={<ViewPicker shape={shape} list={list} definition={definition} counts={counts} />}
        count={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            {count ?? <ListCount noun={noun} />}
            {isChanged(shape, query) && (
              <Unsaved list={key} path={path} definition={definition} shelf={shelf} revertHref={revertHref(shape, query)} />
            )}
          </span>
        }
        commands={
          <>
            <RefreshButton />
            <ColumnsButton list={key} query={query} />
            <ExportMenu path={`${path}/export`} params={listParams(shape, query)} />
            {commands}
          </>
        }
      />
      {tabs && <div className="mb-2.5">{tabs}</div>}
      <FilterBar>
        <SearchBox
          action={path}
          label={`Search ${noun[1]}`}
          placeholder="Search this view"
          q={query.q}
          keep={keptParams(shape, query)}
          live
        />
        <FilterChips shape={shape} query={query} people={shelf.people} />
        <FilterButton list={key} query={query} people={shelf.people} />
        {isNarrowed(query) && (
          <ButtonLink href={wholeHref(shape, query)} replace scroll={false} tone="ghost" size="s">
            Clear
          </ButtonLink>
        )}
        <LayoutChoice shape={shape} query={query} />
      </FilterBar>
      {line}
    </>
  )
}
