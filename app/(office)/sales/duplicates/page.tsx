import type { Metadata } from "next"
import { DuplicatesInbox } from "@/components/sales/duplicates/duplicates-inbox"
import { requireStaff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import type { SearchParams } from "@/lib/platform/list-query"
import { getSides } from "@/lib/sales/matching/get-sides"
import { readInboxQuery } from "@/lib/sales/matching/inbox-query"
import { getPair, listPairs } from "@/lib/sales/matching/list-pairs"
import { isSweepOver } from "@/lib/sales/matching/sweep-state"

export const metadata: Metadata = { title: "Duplicates" }

export default async function DuplicatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("lead:read")
  const query = readInboxQuery(await searchParams)
  const [page, asked, [about], isComplete] = await Promise.all([
    listPairs(query),
    getPair(query),
    getSides(db, query.record ? [query.record] : []),
    isSweepOver(),
  ])
  const shown = query.pair ? asked : (page.pairs[0] ?? null)
  return <DuplicatesInbox {...{ query, page, shown, isComplete, staff }} about={about?.label ?? null} />
}
