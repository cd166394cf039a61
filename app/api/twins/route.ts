import { staffRoute } from "@/lib/identity/staff-route"
import { readSearch } from "@/lib/platform/list-query"
import { isRecordId } from "@/lib/platform/record-href"
import { findTwins, type Twin } from "@/lib/sales/matching/find-twins"
import type { MatchKind } from "@/lib/sales/matching/score-pair"
import { searchSales } from "@/lib/sales/search"

const atMost = 8
const isKind = (kind: string | null): kind is MatchKind => kind === "lead" || kind === "account" || kind === "contact"

/** Records that one may be merged with: those that look like it, or those that hold what was typed. */
export const GET = staffRoute("lead:read", async (staff, request) => {
  const asked = new URL(request.url).searchParams
  const [kind, id, q] = [asked.get("kind"), asked.get("id") ?? "", readSearch(Object.fromEntries(asked))]
  if (!isKind(kind) || !isRecordId(id)) return Response.json([])
  if (!q) return Response.json(await findTwins(kind, id))
  const found = await searchSales(staff.staffRole, q, atMost + 1)
  const twins: Twin[] = found.flatMap((hit) =>
    hit.kind === kind && hit.id !== id ? { id: hit.id, title: hit.title, sub: hit.sub, reasons: [] } : [],
  )
  return Response.json(twins.slice(0, atMost))
})
