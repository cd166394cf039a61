import { db, type Tx } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { listTargets } from "./list-targets"
import { daysText } from "./target-words"
import { targetFor } from "./targets"

/** How soon a lead of which nothing more is known is to be decided, in words: "10 working days". */
export async function readDecisionTarget(lead = { rating: "warm", source: "web" }, tx: Tx = db): Promise<string> {
  return daysText(targetFor(await listTargets(tx), lead).decisionDays ?? env().DECISION_TARGET_DAYS)
}
