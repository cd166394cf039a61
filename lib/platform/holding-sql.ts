import { Prisma } from "./db"
import { fold } from "./fold"
import { likeText } from "./typed-text"

/** `fold` for the database. */
export const foldSql = (text: Prisma.Sql): Prisma.Sql => Prisma.sql`btrim(regexp_replace(
  replace(replace(replace(translate(lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g')), 'ıøđł', 'iodl'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
  '\\s+', ' ', 'g'))`

/** `holding` for rows that are too many to be read one and all: whether the texts, which are one text here, hold what is searched for. */
export const holdsSql = (q: string, ...texts: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`${foldSql(Prisma.sql`concat_ws(' ', ${Prisma.join([...texts])})`)} like ${`%${likeText(fold(q))}%`}`
