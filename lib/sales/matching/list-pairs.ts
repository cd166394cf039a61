import { db, Prisma } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"
import { getSides, type SideView } from "./get-sides"
import type { InboxQuery } from "./inbox-query"
import type { Verdict } from "./matching-rules"
import { reasonWords } from "./reason-words"
import type { MatchKind, Reason } from "./score-pair"

/** A pair of the inbox; `dismissed` says who said that they are not the same, where somebody did. */
export type PairView = {
  firstId: string
  secondId: string
  score: number | null
  verdict: Verdict | null
  reasons: { words: string; points: number }[]
  first: SideView
  second: SideView
  dismissed: { by: string; at: Date } | null
}
export type PairPage = { pairs: PairView[]; next: string | null }

type Row = {
  firstId: string
  secondId: string
  score: number | null
  verdict: Verdict | null
  reasons: Reason[]
  by: string | null
  at: Date | null
}

const atOnce = 25

/** A page of the inbox: best first; or what was said not to be the same, latest first. */
export async function listPairs(query: InboxQuery): Promise<PairPage> {
  const rows = query.isDismissed ? await dismissedRows(query) : await openRows(query)
  const shown = rows.slice(0, atOnce)
  const last = shown.at(-1)
  const pairs = await viewsOf(shown)
  return { pairs, next: rows.length > atOnce && last ? cursorOf(last) : null }
}

/** The pair that a URL asks for, though it may stand on another page; null when there is none. */
export async function getPair(query: InboxQuery): Promise<PairView | null> {
  const [firstId, secondId] = query.pair?.split(".") ?? []
  if (!firstId || !secondId) return null
  const rows = query.isDismissed
    ? await db.$queryRaw<Row[]>(
        Prisma.sql`select ${dismissedColumns} from sales.not_the_same p where first_id = ${firstId}::uuid and second_id = ${secondId}::uuid`,
      )
    : await db.$queryRaw<Row[]>(
        Prisma.sql`select ${openColumns} from sales.match_pair p where first_id = ${firstId}::uuid and second_id = ${secondId}::uuid`,
      )
  return (await viewsOf(rows))[0] ?? null
}

const openColumns = Prisma.sql`p.first_id as "firstId", p.second_id as "secondId", p.score, p.verdict::text as verdict, p.reasons, null as by, null::timestamptz as at`
const dismissedColumns = Prisma.sql`p.first_id as "firstId", p.second_id as "secondId", null::int as score, null as verdict, '[]'::jsonb as reasons, p.person_name as by, p.at`

async function viewsOf(rows: readonly Row[]): Promise<PairView[]> {
  const sides = new Map(
    (
      await getSides(
        db,
        rows.flatMap(({ firstId, secondId }) => [firstId, secondId]),
      )
    ).map((side) => [side.id, side]),
  )
  return rows.flatMap(({ firstId, secondId, score, verdict, reasons, by, at }) => {
    const [one, other] = [sides.get(firstId), sides.get(secondId)]
    if (!one || !other) return []
    const [first, second] = rank[one.kind] <= rank[other.kind] ? [one, other] : [other, one]
    const told = reasons.map((reason) => ({ words: reasonWords(reason), points: reason.points }))
    return [{ firstId, secondId, score, verdict, reasons: told, first, second, dismissed: by && at ? { by, at } : null }]
  })
}

/** A lead stands first: it is what people decide about. */
const rank: Record<MatchKind, number> = { lead: 0, account: 1, contact: 2 }

const cursorOf = ({ score, at, firstId, secondId }: Row) => `${score ?? at?.toISOString() ?? ""}_${firstId}_${secondId}`

function cursorAt(after: string | null, isDismissed: boolean): { value: string; firstId: string; secondId: string } | null {
  const [value = "", firstId = "", secondId = ""] = after?.split("_") ?? []
  if (!isRecordId(firstId) || !isRecordId(secondId)) return null
  const isGood = isDismissed ? !Number.isNaN(Date.parse(value)) : /^\d{1,3}$/.test(value)
  return isGood ? { value, firstId, secondId } : null
}

/** The two orders in which kinds may stand, since the smaller id stands first. Each is one walk along an index. */
const ordersOf = (kinds: string): [string, string][] => {
  const [one = "", other = ""] = kinds.split("-")
  return one === other
    ? [[one, other]]
    : [
        [one, other],
        [other, one],
      ]
}

async function openRows({ kinds, verdict, record, after }: InboxQuery): Promise<Row[]> {
  const cursor = cursorAt(after, false)
  const beyond = cursor
    ? Prisma.sql`and (p.score, p.first_id, p.second_id) < (${Number(cursor.value)}, ${cursor.firstId}::uuid, ${cursor.secondId}::uuid)`
    : Prisma.empty
  const called = verdict ? Prisma.sql`and p.verdict = ${verdict}::sales.match_verdict` : Prisma.empty
  const walk = (where: Prisma.Sql) =>
    Prisma.sql`(select ${openColumns} from sales.match_pair p where ${where} ${called} ${beyond} order by p.score desc, p.first_id desc, p.second_id desc limit ${atOnce + 1})`
  const walks = record
    ? [walk(Prisma.sql`p.first_id = ${record}::uuid ${ofKinds(kinds)}`), walk(Prisma.sql`p.second_id = ${record}::uuid ${ofKinds(kinds)}`)]
    : kinds
      ? ordersOf(kinds).map(([one, other]) =>
          walk(Prisma.sql`p.first_kind = ${one}::sales.match_kind and p.second_kind = ${other}::sales.match_kind`),
        )
      : [walk(Prisma.sql`true`)]
  return db.$queryRaw<Row[]>(Prisma.sql`
    select * from (${Prisma.join(walks, " union all ")}) p order by p.score desc, p."firstId" desc, p."secondId" desc limit ${atOnce + 1}`)
}

const ofKinds = (kinds: string | null): Prisma.Sql =>
  kinds
    ? Prisma.sql`and (${Prisma.join(
        ordersOf(kinds).map(
          ([one, other]) => Prisma.sql`(p.first_kind = ${one}::sales.match_kind and p.second_kind = ${other}::sales.match_kind)`,
        ),
        " or ",
      )})`
    : Prisma.empty

async function dismissedRows({ kinds, record, after }: InboxQuery): Promise<Row[]> {
  const cursor = cursorAt(after, true)
  const beyond = cursor
    ? Prisma.sql`and (p.at, p.first_id, p.second_id) < (${new Date(cursor.value)}, ${cursor.firstId}::uuid, ${cursor.secondId}::uuid)`
    : Prisma.empty
  const of = record ? Prisma.sql`and (p.first_id = ${record}::uuid or p.second_id = ${record}::uuid)` : Prisma.empty
  return db.$queryRaw<Row[]>(Prisma.sql`
    select ${dismissedColumns} from sales.not_the_same p where true ${of} ${ofKinds(kinds)} ${beyond}
    order by p.at desc, p.first_id desc, p.second_id desc limit ${atOnce + 1}`)
}

/** How many records may be the same as one. */
export async function countDuplicates(recordId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ n: number }[]>`
    select ((select count(*) from sales.match_pair where first_id = ${recordId}::uuid) + (select count(*) from sales.match_pair where second_id = ${recordId}::uuid))::int as n`
  return counted?.n ?? 0
}
