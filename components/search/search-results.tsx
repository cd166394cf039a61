import { Search, SearchX } from "lucide-react"
import { NavIcon } from "@/components/shell/nav-icon"
import { stateWord } from "@/components/shell/state-word"
import { ButtonLink } from "@/components/ui/button-link"
import { Empty } from "@/components/ui/empty"
import { FilterBar } from "@/components/ui/filter-bar"
import { PageHeader } from "@/components/ui/page-header"
import { Related } from "@/components/ui/related"
import { SearchBox } from "@/components/ui/search-box"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { recordHref } from "@/lib/platform/record-href"
import { type Hit, listOf, type SearchedKind, searchedKinds, searchKinds } from "@/lib/search/kinds"
import { kindIcons } from "./kind-icons"

type SearchResultsProps = {
  q: string
  /** So many of a kind are shown; one more says that there are more. */
  most: number
  hits: readonly Hit[]
}

/** Everything that was found, kind by kind. */
export function SearchResults({ q, most, hits }: SearchResultsProps) {
  const kinds = searchKinds
    .map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
    .filter(({ found }) => found.length > 0)
  return (
    <>
      <PageHeader title="Search" count={q && totalOf(kinds, most)} />
      <FilterBar>
        <SearchBox action="/search" label="Search everything" placeholder="Companies, people, emails, numbers" q={q} live />
      </FilterBar>
      {kinds.length === 0 && <NothingFound q={q} />}
      <div className="grid max-w-[820px] gap-2 px-6 pt-4 pb-10 max-m:px-4">
        {kinds.map(({ kind, found }) => (
          <Section key={kind} title={searchedKinds[kind].many} aside={<Aside kind={kind} q={q} count={found.length} most={most} />}>
            <Related items={found.slice(0, most).map((hit) => itemOf(hit))} />
          </Section>
        ))}
      </div>
    </>
  )
}

function totalOf(kinds: readonly { found: readonly Hit[] }[], most: number): string {
  const isMore = kinds.some(({ found }) => found.length > most)
  const total = kinds.reduce((sum, { found }) => sum + Math.min(found.length, most), 0)
  return isMore ? `More than ${total} records` : `${total} ${total === 1 ? "record" : "records"}`
}

const itemOf = ({ kind, id, title, sub, state }: Hit) => ({
  href: recordHref(kind, id) ?? "/search",
  icon: <NavIcon name={kindIcons[kind]} />,
  title,
  sub,
  trailing: state ? <Status word={stateWord(state)} plain /> : undefined,
})

function Aside({ kind, q, count, most }: { kind: SearchedKind; q: string; count: number; most: number }) {
  return (
    <>
      {count > most ? `More than ${most}` : count}
      <ButtonLink href={listOf(kind, q)} tone="ghost" size="s" className="ml-2">
        {`Show all in ${searchedKinds[kind].many}`}
      </ButtonLink>
    </>
  )
}

function NothingFound({ q }: { q: string }) {
  if (q === "") {
    return (
      <Empty
        icon={<Search />}
        title="Search everything"
        text="Type a company, a person, an email address, a phone number or a record's number."
      />
    )
  }
  return (
    <Empty
      icon={<SearchX />}
      title="Nothing found"
      text={`No record that you may read holds “${q}”. Try a part of the name, or the number.`}
    />
  )
}
