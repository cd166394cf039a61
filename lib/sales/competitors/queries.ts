import { db } from "@/lib/platform/db"

export type CompetitorView = { id: string; name: string; website: string | null; strengths: string | null; weaknesses: string | null }

/** The competitors in the race for an opportunity, by name, and the names of all others that are known, up to 200. */
export async function getCompetitors(opportunityId: string): Promise<{ here: CompetitorView[]; others: { id: string; name: string }[] }> {
  const [here, others] = await Promise.all([
    db.competitor.findMany({
      where: { opportunities: { some: { opportunityId } } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, website: true, strengths: true, weaknesses: true },
    }),
    db.competitor.findMany({
      where: { opportunities: { none: { opportunityId } } },
      orderBy: { nameKey: "asc" },
      select: { id: true, name: true },
      take: 200,
    }),
  ])
  return { here, others }
}
