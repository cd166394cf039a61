import type { NavIconName } from "@/components/shell/nav-icon"
import type { RecentRecord } from "@/components/shell/recent-records"
import { stateWord } from "@/components/shell/state-word"
import { fold } from "@/lib/platform/fold"
import { recordHref } from "@/lib/platform/record-href"
import { type Hit, isSearchedKind, searchedKinds } from "@/lib/search/kinds"
import type { Place } from "@/lib/search/places"
import { kindIcons } from "./kind-icons"
import type { PageCommand } from "./page-commands"

/** One line of the palette: it leads somewhere, or does something on the page. */
export type Entry = {
  key: string
  label: string
  sub?: string
  /** At the right: what it is. */
  aside: string
  status?: string
  icon?: NavIconName
  href?: string
  press?: () => void
  /** Why it cannot be used now. */
  reason?: string | null
}
export type EntryGroup = { heading: string; entries: Entry[] }

type Known = {
  typed: string
  hits: readonly Hit[]
  recent: readonly RecentRecord[]
  commands: readonly PageCommand[]
  pages: readonly Place[]
  views: readonly Place[]
  settings: readonly Place[]
}

const mostPlaces = 6

/** What the palette offers for a text: commands of the page, records, then places; without a text, what was open last. */
export function entryGroups({ typed, hits, recent, commands, pages, views, settings }: Known): EntryGroup[] {
  const text = fold(typed)
  const fits = (label: string) =>
    fold(label)
      .split(" ")
      .some((_, at, words) => words.slice(at).join(" ").startsWith(text)) || fold(label).includes(text)
  const onPage = { heading: "On this page", entries: commands.filter(({ word }) => fits(word)).map(commandEntry) }
  const places = (heading: string, all: readonly Place[]) => ({
    heading,
    entries: all
      .filter(({ label, area }) => fits(label) || fits(`${area} ${label}`))
      .slice(0, mostPlaces)
      .map(placeEntry),
  })
  const groups =
    text === ""
      ? [{ heading: "Recent", entries: recent.flatMap(recentEntry) }, onPage, { heading: "Go to", entries: pages.map(placeEntry) }]
      : [
          onPage,
          { heading: "Records", entries: hits.map(hitEntry) },
          places("Views", views),
          places("Go to", pages),
          places("Settings", settings),
          { heading: "Everywhere", entries: [everywhere(typed)] },
        ]
  return groups.filter(({ entries }) => entries.length > 0)
}

const commandEntry = ({ word, reason, press }: PageCommand): Entry => ({
  key: `command ${word}`,
  label: word,
  aside: "Command",
  reason,
  press,
})

const placeEntry = ({ label, href, area }: Place): Entry => ({ key: `place ${href}`, label, aside: area, href })

const hitEntry = ({ kind, id, title, sub, state }: Hit): Entry => ({
  key: `record ${id}`,
  label: title,
  sub,
  aside: oneOf(kind),
  status: state ? stateWord(state) : undefined,
  icon: kindIcons[kind],
  href: recordHref(kind, id) ?? undefined,
})

function recentEntry({ kind, id, title }: RecentRecord): Entry[] {
  const href = recordHref(kind, id)
  return href && isSearchedKind(kind) ? [{ key: `recent ${id}`, label: title, aside: oneOf(kind), icon: kindIcons[kind], href }] : []
}

const everywhere = (typed: string): Entry => ({
  key: "everywhere",
  label: `Search everything for “${typed.trim()}”`,
  aside: "Search",
  href: `/search?${new URLSearchParams({ q: typed.trim() })}`,
})

const oneOf = (kind: Hit["kind"]) => searchedKinds[kind].one
