import { Prisma } from "./db"
import { fold } from "./fold"
import { likeText, soughtText, tellingPart } from "./typed-text"

/**
 * A condition that says again, exactly, what an index said roughly just before. The planner takes it for the toss of a coin: it would otherwise
 * multiply two likelihoods that are one, expect hardly any row, and sort tens of thousands instead of walking along the order.
 */
export const again = (condition: Prisma.Sql): Prisma.Sql => Prisma.sql`case when ${condition} then true else false end`

/**
 * Text that was typed, anywhere in a column of folded text. One or two letters are looked for where a word begins,
 * since an index of trigrams can find nothing shorter inside of words.
 */
export function contains(column: Prisma.Sql, typed: string): Prisma.Sql {
  const text = soughtText(fold(typed))
  const holds = (part: string) => Prisma.sql`${column} like ${`%${likeText(part)}%`}`
  if (text.length < 3) return Prisma.sql`(${column} like ${`${likeText(text)}%`} or ${column} like ${`% ${likeText(text)}%`})`
  const probe = tellingPart(text)
  return probe === text ? holds(text) : Prisma.sql`(${holds(probe)} and ${again(holds(text))})`
}
