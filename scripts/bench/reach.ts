import type pg from "pg"
import { leadList } from "@/lib/sales/leads/views"
import { onDatabase } from "./databases"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import { type Run, runOf } from "./spread"
import type { Stage } from "./stage"
import { deepPage } from "./targets"
import { words } from "./words"

/** The grid's cursor for what lies beyond so many rows, as lib/platform/keyset.ts writes it. */
async function cursorAfter(client: pg.Client, rows: number): Promise<string> {
  const { rows: found } = await client.query<{ value: string; id: string }>(
    "select created_at::text as value, id from sales.lead where from_commerce order by created_at desc, id desc offset $1 limit 1",
    [rows - 1],
  )
  const [last] = found
  return Buffer.from(JSON.stringify([last?.value, last?.id, rows])).toString("base64url")
}

/** The page half-way down the list, one at a time; to be laid beside the first page. */
export async function deepPageContestant({ leads, databaseUrl, product, cookie }: Stage, load: Load, seconds: number): Promise<Contestant> {
  const after = await onDatabase(databaseUrl, (client) => cursorAfter(client, leads / 2))
  const page = { kind: "page" as const, path: `/sales/leads?after=${after}`, headers: { cookie } }
  const run = () => load.fire(product, { shot: page, connections: 1, seconds })
  return { measure: deepPage(leads), leads, who: "product", atOnce: 1, run }
}

/** The first page of every view, and of the first view in every order that the grid offers; each for a moment only. */
export function everyListContestants({ leads, product, cookie }: Stage, load: Load): Contestant[] {
  const page = (query: string) => ({ kind: "page" as const, path: `/sales/leads?${query}`, headers: { cookie } })
  const run = (query: string) => () => load.fire(product, { shot: page(query), connections: 1, seconds: 2 })
  const among = { leads, who: "product" as const, atOnce: 1 }
  return [
    ...Object.entries(leadList.views).map(([view, label]) => ({ ...among, measure: `view ${label}`, run: run(`view=${view}`) })),
    ...Object.keys(leadList.sorts).map((sort) => ({ ...among, measure: `sorted by ${sort}`, run: run(`sort=${sort}`) })),
  ]
}

/** What people look for: a company, a person, an address, a phone number, a record number; common words and rare ones. */
function lookedFor(leads: number): string[] {
  const { coinedFolded, tradeFolded, firstFolded, lastFolded } = words
  const at = Array.from({ length: 40 }, (_, place) => Math.floor(((place + 0.5) / 40) * leads))
  const pick = (list: readonly string[], place: number) => list[place % list.length] ?? ""
  return at.flatMap((n, place) => [
    `${pick(coinedFolded, place)} ${pick(tradeFolded, place)}`,
    `${pick(firstFolded, place)} ${pick(lastFolded, place)}`,
    pick(lastFolded, place),
    `-${n}.example`,
    String(n).padStart(5, "0").slice(-5),
    `pro-${String(n).padStart(6, "0")}`,
  ])
}

const search = `select id, created_at::text as sort_value, company_name, first_name, last_name, country, state::text, status_reason::text, rating::text, owner_id, owner_name,
  created_at, prospect_number
  from sales.lead where from_commerce and search_text like $1 order by created_at desc, id desc limit 51`
const counted =
  "select count(*)::int as total from (select 1 from sales.lead where from_commerce and search_text like $1 limit 10001) counted"

async function searchAll(client: pg.Client, leads: number, statement: string): Promise<Run> {
  const timesMs: number[] = []
  const startedAt = performance.now()
  for (const typed of lookedFor(leads)) {
    const begunAt = performance.now()
    await client.query(statement, [`%${typed}%`])
    timesMs.push(performance.now() - begunAt)
  }
  return runOf(timesMs, performance.now() - startedAt)
}

/** The grid's search in the database alone, one at a time over 240 searches: the rows, and their count. */
export function searchContestants({ leads, databaseUrl }: Stage): Contestant[] {
  const among = { leads, who: "product" as const, atOnce: 1 }
  return [
    { ...among, measure: "search, the rows", run: () => onDatabase(databaseUrl, (client) => searchAll(client, leads, search)) },
    { ...among, measure: "search, the count", run: () => onDatabase(databaseUrl, (client) => searchAll(client, leads, counted)) },
  ]
}
