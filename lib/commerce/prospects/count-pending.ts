import { db } from "@/lib/platform/db"

/** Prospects that wait for a decision, up to a thousand: the navigation's count need not be exact beyond. */
export async function countPendingProspects(): Promise<number> {
  return db.prospect.count({ where: { status: "pending" }, take: 1000 })
}
