import { Prisma, type Tx } from "@/lib/platform/db"
import { readBook } from "./check-book"
import { type AnyKind, type EffectOf, type KindOfRules, kindOf, type RuleKind, type SettingsOf } from "./kinds"
import type { PublishedBook } from "./rule"

type Row = { kind: string; number: number; book: unknown }
type Books = { [Kind in RuleKind]?: PublishedBook<EffectOf<Kind>, SettingsOf<Kind>> }

/** Published books never change, so each is read and checked once in a process. */
const known = new Map<string, PublishedBook>()

/**
 * The books that hold, of some kinds; a kind of which none was published is missing. `isHeld`: nobody publishes another one until this transaction
 * has ended, so that nothing is done in the name of a rule that was turned off meanwhile.
 */
export async function publishedBooks(tx: Tx, kinds: readonly RuleKind[], isHeld = false): Promise<Books> {
  const rows = await readPublished(tx, kinds, isHeld)
  return Object.fromEntries(
    kinds.flatMap((kind) => rows.flatMap((row) => (row.kind === kind ? [[kind, bookOf(row, kindOf(kind))]] : []))),
  ) as Books
}

/** The book that holds of one kind, whichever room it is of; null where none was published. `isHeld` as above. */
export async function publishedBook<Effect, Settings>(
  tx: Tx,
  kind: KindOfRules<Effect, Settings>,
  isHeld = false,
): Promise<PublishedBook<Effect, Settings> | null> {
  const [row] = await readPublished(tx, [kind.key], isHeld)
  return row ? (bookOf(row, kind as unknown as AnyKind) as PublishedBook<Effect, Settings>) : null
}

function readPublished(tx: Tx, kinds: readonly string[], isHeld: boolean): Promise<Row[]> {
  const hold = isHeld ? Prisma.sql`for share of s` : Prisma.empty
  return tx.$queryRaw<Row[]>`
    select s.kind, v.number, v.book from sales.rule_set s join sales.rule_version v on v.kind = s.kind and v.number = s.published
    where s.kind = any(${[...kinds]}) ${hold}`
}

/** One version of a kind's rules, whether it holds or not; null when there is none. */
export async function bookOfVersion<Kind extends RuleKind>(tx: Tx, kind: Kind, number: number) {
  const [row] = await tx.$queryRaw<Row[]>`select kind, number, book from sales.rule_version where kind = ${kind} and number = ${number}`
  return row ? (bookOf(row, kindOf(kind)) as PublishedBook<EffectOf<Kind>, SettingsOf<Kind>>) : null
}

function bookOf({ number, book }: Row, kind: AnyKind): PublishedBook {
  const text = JSON.stringify(book)
  const key = `${kind.key} ${number} ${text}`
  const read = known.get(key) ?? { number, ...readBook(kind, book) }
  known.set(key, read)
  if (known.size > 200) known.delete(known.keys().next().value ?? "")
  return read
}

/** Whether any rule of a kind holds. */
export async function holdsRules(tx: Tx, kind: RuleKind): Promise<boolean> {
  return (await publishedBooks(tx, [kind]))[kind]?.rules.some(({ isOn }) => isOn) ?? false
}
