import { Prisma, type Tx } from "@/lib/platform/db"
import { readBook } from "./check-book"
import type { EffectOf, RuleKind, SettingsOf } from "./kinds"
import type { PublishedBook } from "./rule"

type Row = { kind: RuleKind; number: number; book: unknown }
type Books = { [Kind in RuleKind]?: PublishedBook<EffectOf<Kind>, SettingsOf<Kind>> }

/** Published books never change, so each is read and checked once in a process. */
const known = new Map<string, PublishedBook>()

/**
 * The books that hold, of some kinds; a kind of which none was published is missing. `isHeld`: nobody publishes another one until this transaction
 * has ended, so that nothing is done in the name of a rule that was turned off meanwhile.
 */
export async function publishedBooks(tx: Tx, kinds: readonly RuleKind[], isHeld = false): Promise<Books> {
  const hold = isHeld ? Prisma.sql`for share of s` : Prisma.empty
  const rows = await tx.$queryRaw<Row[]>`
    select s.kind, v.number, v.book from sales.rule_set s join sales.rule_version v on v.kind = s.kind and v.number = s.published
    where s.kind = any(${[...kinds]}) ${hold}`
  return Object.fromEntries(rows.map((row) => [row.kind, bookOf(row)])) as Books
}

/** One version of a kind's rules, whether it holds or not; null when there is none. */
export async function bookOfVersion<Kind extends RuleKind>(tx: Tx, kind: Kind, number: number) {
  const [row] = await tx.$queryRaw<Row[]>`select kind, number, book from sales.rule_version where kind = ${kind} and number = ${number}`
  return row ? (bookOf(row) as PublishedBook<EffectOf<Kind>, SettingsOf<Kind>>) : null
}

function bookOf({ kind, number, book }: Row): PublishedBook {
  const text = JSON.stringify(book)
  const key = `${kind} ${number} ${text}`
  const read = known.get(key) ?? { number, ...readBook(kind, book) }
  known.set(key, read)
  if (known.size > 200) known.delete(known.keys().next().value ?? "")
  return read
}

/** Whether any rule of a kind holds. */
export async function holdsRules(tx: Tx, kind: RuleKind): Promise<boolean> {
  return (await publishedBooks(tx, [kind]))[kind]?.rules.some(({ isOn }) => isOn) ?? false
}
