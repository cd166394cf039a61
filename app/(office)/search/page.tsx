import type { Metadata } from "next"
import { SearchResults } from "@/components/search/search-results"
import { requireStaff } from "@/lib/identity/actor"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"
import { searchRecords } from "@/lib/search/search-records"

export const metadata: Metadata = { title: "Search" }

export default async function SearchPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("home:read")
  const q = readSearch(await searchParams)
  const most = 8
  return <SearchResults q={q} most={most} hits={await searchRecords(staff, q, most + 1)} />
}
