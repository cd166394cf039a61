import Form from "next/form"
import { ListFilter } from "@/components/shell/list-filter"
import { Button } from "@/components/ui/button"
import { ButtonLink } from "@/components/ui/button-link"
import { FilterBar, FilterChip } from "@/components/ui/filter-bar"
import { SearchBox } from "@/components/ui/search-box"
import { capital } from "@/lib/platform/first-letter"
import { keptParams, listHref, wholeHref } from "@/lib/platform/list-href"
import { isNarrowed } from "@/lib/platform/list-query"
import { moveWords } from "@/lib/platform/move-words"
import { type AuditArea, auditAreas, movesOf } from "@/lib/settings/audit/areas"
import { type AuditQuery, auditList } from "@/lib/settings/audit/list"

type AuditFiltersProps = { query: AuditQuery; people: readonly { id: string; name: string }[]; recordLabel: string | null }

/** The moves in words; of one area where one is chosen. */
function moveChoices(area: string | null): Record<string, string> {
  const allowed = area ? new Set<string>(movesOf(area as AuditArea)) : null
  const named = Object.entries(moveWords).filter(([move]) => !allowed || allowed.has(move))
  return Object.fromEntries(
    named.map(([move, words]) => [move, capital(words)] as const).sort((one, other) => one[1].localeCompare(other[1])),
  )
}

/** The search and the filters of the audit: record, area, move, person and the days between which it happened. */
export function AuditFilters({ query, people, recordLabel }: AuditFiltersProps) {
  const list = { shape: auditList, query }
  const { area, record } = query.filters
  const persons = { me: "Me", none: "Applicants and Gangway", ...Object.fromEntries(people.map(({ id, name }) => [id, name])) }
  return (
    <FilterBar>
      <SearchBox
        action={auditList.path}
        label="Search the audit"
        placeholder="Number, name or person"
        q={query.q}
        keep={keptParams(auditList, query)}
      />
      <ListFilter {...list} name="area" label="Area" words={auditAreas} />
      <ListFilter {...list} name="move" label="Move" words={moveChoices(area)} />
      <ListFilter {...list} name="person" label="Person" words={persons} none="Anybody" />
      <Days query={query} />
      {record && (
        <FilterChip label="Record" value={recordLabel ?? record} removeHref={listHref(auditList, query, { filters: { record: null } })} />
      )}
      {isNarrowed(query) && (
        <ButtonLink href={wholeHref(auditList, query)} tone="ghost" size="s">
          Clear
        </ButtonLink>
      )}
    </FilterBar>
  )
}

const dayClass = "input h-[30px]! min-h-[30px]! w-[136px]! px-2! max-m:h-10!"

function Days({ query }: { query: AuditQuery }) {
  const params: Record<string, string> = { ...keptParams(auditList, query), q: query.q }
  const kept = Object.entries(params).filter(([name, value]) => value && name !== "from" && name !== "to")
  const { from, to } = query.filters
  return (
    <Form action={auditList.path} prefetch={false} className="inline-flex flex-wrap items-center gap-1.5" aria-label="Days">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="inline-flex items-center gap-1.5 text-ink-3">
        From
        <input key={from} type="date" name="from" defaultValue={from ?? ""} className={dayClass} />
      </label>
      <label className="inline-flex items-center gap-1.5 text-ink-3">
        To
        <input key={to} type="date" name="to" defaultValue={to ?? ""} className={dayClass} />
      </label>
      <Button type="submit" size="s">
        Show
      </Button>
    </Form>
  )
}
