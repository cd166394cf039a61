import type pg from "pg"
import { leadList } from "@/lib/sales/leads/views"
import { onDatabase } from "./databases"
import type { Contestant } from "./in-turns"
import type { Load } from "./load"
import type { Stage } from "./stage"
import { deepPage } from "./targets"

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
