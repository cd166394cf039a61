import { Prisma } from "./db"
import { fold } from "./fold"
import { likeText, soughtText, tellingPart } from "./typed-text"

/** Where one kind of record is searched: its table, which has `id` and `search_text`, and the columns that a hit shows. */
export type Searched = { kind: string; table: Prisma.Sql; newest: Prisma.Sql; title: Prisma.Sql; sub: Prisma.Sql; state: Prisma.Sql }

export type FoundRow = { kind: string; id: string; title: string; sub: string; state: string; rank: number; at: Date }

// Written out in the statement, which is planned once for all that is ever typed.
/** Among so many of the newest a common word is found at once; a word that is not common among them is rare, and the index finds it. */
const nearby = Prisma.raw("1000")
/** The index of beginnings holds so much of each text. */
const beginning = 40
const begins = Prisma.raw(`left(search_text, ${beginning})`)

/**
 * One statement that searches several kinds of record for text that was typed: `limit` at most of each kind, those that begin with it and whole
 * numbers and addresses among the first. Null when there is nothing to search for.
 *
 * Each kind is asked three times, and each time it costs the same however many records there are: the index of beginnings; the newest thousand, one by one;
 * and, only when each of those gave too few, the index of trigrams, which then has little to bring. The pattern is kept from the planner, which would otherwise
 * guess from it and read the table.
 */
export function searchSql(kinds: readonly Searched[], typed: string, limit: number): Prisma.Sql | null {
  const text = soughtText(fold(typed)).slice(0, 100)
  if (text === "" || kinds.length === 0) return null
  const parts = kinds.map((searched) => partsOf(searched, text, Prisma.raw(String(limit))))
  const [pattern, low, probe] = [likeText(text), text.slice(0, beginning), probeOf(text)]
  const patterns = {
    inside: text.length > 2 ? `%${pattern}%` : `% ${pattern}%`,
    first: `${pattern}%`,
    word: `% ${pattern}%`,
    whole: `% ${pattern} %`,
    probe: probe && `%${likeText(probe)}%`,
    low,
    high: `${low}\u{10ffff}`,
    exact: text,
  }
  return Prisma.sql`
    with typed as materialized (
      select * from jsonb_to_record(${JSON.stringify(patterns)}::jsonb)
        as typed (inside text, first text, word text, whole text, probe text, low text, high text, exact text)
    ), ${Prisma.join(parts.map(({ tables }) => tables))}
    ${Prisma.join(
      parts.map(({ found }) => found),
      " union all ",
    )}`
}

/** What the index of trigrams is asked for: none where every text would have to be looked at, as for one sign or the beginning of a number. */
function probeOf(text: string): string | null {
  const probe = tellingPart(text)
  return !/[\p{L}\p{N}]{3}/u.test(probe) || /^([a-z]{1,4}-?)?\d{1,5}$/.test(text) ? null : probe
}

function partsOf({ kind, table, newest, title, sub, state }: Searched, text: string, limit: Prisma.Sql) {
  const named = (part: string) => Prisma.raw(`${kind}_${part}`)
  const isWhole = /[@\d]/.test(text) ? Prisma.sql`' ' || search_text || ' ' like (select whole from typed)` : Prisma.sql`false`
  const rank = Prisma.sql`case
    when ${isWhole} then 0
    when search_text like (select first from typed) then 1
    when search_text like (select word from typed) then 2
    else 3 end`
  const columns = Prisma.sql`id, ${title} as title, ${sub} as sub, ${state} as state, ${newest} as at, ${rank} as rank`
  const fits =
    text.length > 2
      ? Prisma.sql`search_text like (select inside from typed)`
      : Prisma.sql`(search_text like (select first from typed) or search_text like (select inside from typed))`
  const tables = Prisma.sql`
    ${named("first")} as materialized (
      select ${columns} from ${table}
      where ${begins} ~>=~ (select low from typed) and ${begins} ~<~ (select high from typed)
      order by ${begins} using ~<~ limit ${limit}
    ), ${named("near")} as materialized (
      select ${columns} from (select * from ${table} order by ${newest} desc, id desc limit ${nearby}) newest where ${fits}
      order by rank, at desc limit ${limit}
    ), ${named("far")} as materialized (
      select ${columns} from ${table}
      where search_text like (select probe from typed) and strpos(search_text, (select exact from typed)) > 0
        and (select probe is not null from typed) and (select count(*) from ${named("near")}) < ${limit}
        and (select count(*) from ${named("first")}) < ${limit}
      order by rank, at desc limit ${limit}
    )`
  const found = Prisma.sql`
    select ${Prisma.raw(`'${kind}'`)} as kind, found.* from (
      select * from ${named("first")} union select * from ${named("near")} union select * from ${named("far")} order by rank, at desc limit ${limit}
    ) found`
  return { tables, found }
}
