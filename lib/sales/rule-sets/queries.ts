import { db, type Tx } from "@/lib/platform/db"
import { type Filter, isJoined, parts } from "@/lib/platform/filter"
import type { SearchParams } from "@/lib/platform/list-query"
import { isRecordId } from "@/lib/platform/record-href"
import { listOwners, type Owner } from "../owners"
import { checkBook, isSameBook } from "./check-book"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import type { Book, RuleSubject } from "./rule"

const progress = { id: true, work: true, state: true, done: true, total: true, error: true } as const

export type RuleVersionRow = { number: number; at: Date; actorName: string; changes: string[]; restored: number | null }

/** The rules of a kind as their page shows them. */
export type RuleSetView = {
  draft: Book
  /** What holds; empty before the first version. */
  holding: Book
  draftVersion: number
  /** The version that holds; null before the first one. */
  published: RuleVersionRow | null
  /** Whether the draft says something else than what holds. */
  isChanged: boolean
  versions: RuleVersionRow[]
  /** Everybody whom the rules name, by id. */
  people: Record<string, string>
}

const shownVersions = 50
const row = { number: true, at: true, actorName: true, changes: true, restored: true } as const

export const emptyBook = (kind: RuleKind | AnyKind): Book => ({ rules: [], settings: kindOf(kind).firstSettings })

/** The rules of a kind: the draft, what holds, and the versions, the newest first. */
export async function getRuleSet(kind: RuleKind | AnyKind): Promise<RuleSetView> {
  const { key } = kindOf(kind)
  const [set, versions] = await Promise.all([
    db.ruleSet.findUnique({ where: { kind: key } }),
    db.ruleVersion.findMany({ where: { kind: key }, orderBy: { number: "desc" }, take: shownVersions, select: row }),
  ])
  const draft = set ? checkBook(kind, set.draft).book : emptyBook(kind)
  const holding = set?.published ? await db.ruleVersion.findUnique({ where: { kind_number: { kind: key, number: set.published } } }) : null
  const held = holding ? checkBook(kind, holding.book).book : emptyBook(kind)
  return {
    draft,
    holding: held,
    draftVersion: set?.draftVersion ?? 0,
    published: holding && { number: holding.number, at: holding.at, actorName: holding.actorName, changes: [], restored: holding.restored },
    isChanged: !isSameBook(draft, held),
    versions,
    people: await peopleOf(db, kind, draft, held),
  }
}

/** One version of a kind's rules, with the names that its sentences need; null when there is none. */
export async function getRuleVersion(kind: RuleKind | AnyKind, number: number) {
  const version = await db.ruleVersion.findUnique({ where: { kind_number: { kind: kindOf(kind).key, number } } })
  if (!version) return null
  const { book } = checkBook(kind, version.book)
  return { number, at: version.at, actorName: version.actorName, book, people: await peopleOf(db, kind, book) }
}

/** How far work over many leads has come; null when there is no such work. */
export const getRunProgress = async (id: string) =>
  isRecordId(id) ? db.ruleRun.findUnique({ where: { id }, select: { state: true, done: true, total: true } }) : null

/** The newest rehearsal of a kind: of which rules, how far it came, what it found. */
async function getRehearsal(kind: RuleKind | AnyKind) {
  const run = await db.ruleRun.findFirst({
    where: { kind: kindOf(kind).key, work: "rehearse", state: { not: "canceled" } },
    orderBy: { startedAt: "desc" },
    select: { ...progress, book: true, result: true, actorName: true, startedAt: true },
  })
  if (!run) return null
  const { book, result, ...rest } = run
  const { found = null, unknown = 0 } = (result ?? {}) as { found?: unknown; unknown?: number }
  return { ...rest, book: checkBook(kind, book).book, found, unknown }
}

export type RehearsalView = NonNullable<Awaited<ReturnType<typeof getRehearsal>>>

/** The rules of a kind as their page opens them: what the URL asks to read, everybody who can be named, and what the worker does with them. `listPeople`: who that is, where it is not who works in Sales. */
export async function openRules(kind: RuleKind | AnyKind, params: SearchParams, listPeople: () => Promise<Owner[]> = listOwners) {
  const number = typeof params.version === "string" && /^\d{1,6}$/.test(params.version) ? Number(params.version) : null
  const [set, version, owners, run, rehearsal] = await Promise.all([
    getRuleSet(kind),
    number ? getRuleVersion(kind, number) : null,
    listPeople(),
    db.ruleRun.findFirst({ where: { kind: kindOf(kind).key, work: "rescore" }, orderBy: { startedAt: "desc" }, select: progress }),
    getRehearsal(kind),
  ])
  const people = { ...set.people, ...Object.fromEntries(owners.map(({ id, name }) => [id, name])) }
  return { set, version, people, run, rehearsal }
}

export type OpenedRules = Awaited<ReturnType<typeof openRules>>

const peopleInFilter = (filter: Filter, { fields }: Pick<RuleSubject, "fields">): readonly string[] => {
  if (isJoined(filter)) return parts(filter).flatMap((part) => peopleInFilter(part, { fields }))
  const [name, , ...values] = filter
  return fields[name]?.kind === "person" ? values : []
}

/** The names of the people whom some books name. */
export async function peopleOf(tx: Tx, kind: RuleKind | AnyKind, ...books: Book[]): Promise<Record<string, string>> {
  const { peopleIn, effect: Effect, subject } = kindOf(kind)
  const ids = books.flatMap(({ rules }) =>
    rules.flatMap(({ when, effect }) => {
      const read = Effect.safeParse(effect)
      return [...(when ? peopleInFilter(when, subject) : []), ...(read.success ? peopleIn(read.data) : [])]
    }),
  )
  if (ids.length === 0) return {}
  const people = await tx.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}
