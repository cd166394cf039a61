import type { Ctx } from "@/lib/platform/context"
import { publishedBooks } from "../rule-sets/published-books"
import { scoreLeads } from "./score-leads"

/** Leads came in: they are scored, where scoring rules hold. */
export async function scoreArrived({ tx, ledger, now }: Ctx, { leadIds }: { leadIds: string[] }): Promise<void> {
  const { scoring } = await publishedBooks(tx, ["scoring"])
  if (!scoring) return
  for (const id of await scoreLeads(tx, scoring, leadIds, now)) ledger.touch("lead", id)
}
