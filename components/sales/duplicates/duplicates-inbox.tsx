import { ArrowLeft, Copy, Merge } from "lucide-react"
import { FilterSelect } from "@/components/shell/filter-select"
import { ButtonLink } from "@/components/ui/button"
import { Empty } from "@/components/ui/empty"
import { FilterBar, FilterChip } from "@/components/ui/filter-bar"
import { PageHeader } from "@/components/ui/page-header"
import { Tabs } from "@/components/ui/tabs"
import type { Staff } from "@/lib/identity/actor"
import { type InboxQuery, inboxHref, pairKey, pairKinds } from "@/lib/sales/matching/inbox-query"
import { refusalToJudgePair } from "@/lib/sales/matching/judge-pair"
import type { PairPage, PairView } from "@/lib/sales/matching/list-pairs"
import { verdicts } from "@/lib/sales/matching/matching-rules"
import { mergeHref } from "../merge/merge-kind-words"
import { InboxKeys } from "./inbox-keys"
import { PairCommands } from "./pair-commands"
import { PairCompare } from "./pair-compare"
import { PairList } from "./pair-list"

type DuplicatesInboxProps = {
  query: InboxQuery
  page: PairPage
  /** The pair that is looked at. */
  shown: PairView | null
  /** The record whose pairs alone are shown. */
  about: string | null
  /** Whether everything that was there before has been compared. */
  isComplete: boolean
  staff: Pick<Staff, "id" | "staffRole">
}

/** The inbox of pairs that may be the same: the list, best first, and the one that is looked at beside it. On a phone one at a time. */
export function DuplicatesInbox({ query, page, shown, about, isComplete, staff }: DuplicatesInboxProps) {
  const { pairs, next } = page
  const at = shown ? pairs.findIndex((pair) => pairKey(pair) === pairKey(shown)) : -1
  const hrefAt = (place: number) => {
    const pair = pairs[place]
    return pair ? inboxHref(query, { pair: pairKey(pair) }) : null
  }
  const isPicked = query.pair !== null
  return (
    <>
      <PageHeader
        title="Duplicates"
        count={isComplete ? "Records that may be the same, best first" : "Still comparing what was there before"}
      />
      <Tabs
        label="Pairs"
        tabs={[
          { label: "To look at", href: inboxHref(query, { isDismissed: false, verdict: null }), current: !query.isDismissed },
          { label: "Not the same", href: inboxHref(query, { isDismissed: true, verdict: null }), current: query.isDismissed },
        ]}
      />
      <div className="pt-3">
        <FilterBar>
          <Choice label="Kind" name="kinds" words={pairKinds} query={query} />
          {!query.isDismissed && <Choice label="Sureness" name="verdict" words={verdicts} query={query} />}
          {query.record && (
            <FilterChip label="Of" name="record" value={about ?? "A record that is gone"} removeHref={inboxHref(query, { record: null })} />
          )}
        </FilterBar>
      </div>
      {pairs.length === 0 ? (
        <NoPairs query={query} isComplete={isComplete} />
      ) : (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(300px,380px)_minmax(0,1fr)] border-t border-line max-m:block">
          <div className={`min-h-0 overflow-y-auto border-r border-line max-m:border-r-0 ${isPicked ? "max-m:hidden" : ""}`}>
            <PairList pairs={pairs} query={query} shown={shown && pairKey(shown)} />
            {(next || query.after) && (
              <nav aria-label="Pages" className="flex gap-2 px-6 py-3 max-m:px-4">
                {query.after && (
                  <ButtonLink size="s" tone="ghost" href={inboxHref(query, { after: null })}>
                    First pairs
                  </ButtonLink>
                )}
                {next && (
                  <ButtonLink size="s" tone="ghost" href={inboxHref(query, { after: next })}>
                    More pairs
                  </ButtonLink>
                )}
              </nav>
            )}
          </div>
          <div className={`min-h-0 overflow-y-auto ${isPicked ? "" : "max-m:hidden"}`}>
            <div className="hidden px-4 pt-3 max-m:block">
              <ButtonLink size="s" tone="ghost" icon={<ArrowLeft aria-hidden="true" />} href={inboxHref(query, { pair: null })}>
                All pairs
              </ButtonLink>
            </div>
            {shown ? (
              <PairCompare
                pair={shown}
                commands={
                  <>
                    <MergeLink pair={shown} />
                    <PairCommands
                      key={pairKey(shown)}
                      one={shown.firstId}
                      other={shown.secondId}
                      isDismissed={query.isDismissed}
                      reason={refusalToJudgePair(shown.first, shown.second, staff)?.message ?? null}
                      nextHref={hrefAt(at + 1) ?? inboxHref(query, { pair: null })}
                    />
                  </>
                }
              />
            ) : (
              <Empty
                icon={<Copy />}
                title="This pair is not here any more"
                text="Somebody said that they are not the same, merged them, or changed one of them."
              />
            )}
          </div>
          <InboxKeys previousHref={at > 0 ? hrefAt(at - 1) : null} nextHref={hrefAt(at + 1)} />
        </div>
      )}
    </>
  )
}

/** Two of a kind can become one; whether these two may, its page says. */
function MergeLink({ pair: { first, second, dismissed } }: { pair: PairView }) {
  if (first.kind !== second.kind || dismissed) return null
  return (
    <ButtonLink tone="primary" icon={<Merge aria-hidden="true" />} href={mergeHref(first.kind, first.id, second.id)}>
      Merge
    </ButtonLink>
  )
}

type ChoiceProps = { label: string; name: "kinds" | "verdict"; words: Record<string, string>; query: InboxQuery }

function Choice({ label, name, words, query }: ChoiceProps) {
  const hrefOf = (value: string | null) => inboxHref(query, { [name]: value })
  const choices = Object.entries(words).map(([value, word]) => ({ value, label: word, href: hrefOf(value) }))
  return <FilterSelect label={label} value={query[name]} choices={[{ value: "", label: "Any", href: hrefOf(null) }, ...choices]} />
}

function NoPairs({ query, isComplete }: { query: InboxQuery; isComplete: boolean }) {
  const isFiltered = query.kinds || query.verdict || query.record
  if (query.isDismissed)
    return (
      <Empty
        icon={<Copy />}
        title="Nobody said so yet"
        text="Pairs that somebody called not the same are kept here. They are not suggested again, and can be taken back."
      />
    )
  if (isFiltered)
    return (
      <Empty
        icon={<Copy />}
        title="No pair fits"
        text="No records of this kind may be the same."
        actions={<ButtonLink href={inboxHref(query, { kinds: null, verdict: null, record: null })}>Show all pairs</ButtonLink>}
      />
    )
  return (
    <Empty
      icon={<Copy />}
      title={isComplete ? "No duplicates" : "Nothing found so far"}
      text={
        isComplete
          ? "No two leads, accounts or contacts look like the same company or person. New ones are compared as they come in."
          : "What was there before is still being compared. Pairs appear here as they are found."
      }
    />
  )
}
