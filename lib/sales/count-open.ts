import { db } from "@/lib/platform/db"

/** Where the navigation stops counting: a number beside a word need not be exact, and counting a million rows on each page would cost more than the page. */
const enough = 1000

/** Open leads, up to a thousand. */
export async function countOpenLeads(): Promise<number> {
  return db.lead.count({ where: { state: "open" }, take: enough })
}

/** Open opportunities, up to a thousand. */
export async function countOpenOpportunities(): Promise<number> {
  return db.opportunity.count({ where: { state: "open" }, take: enough })
}
