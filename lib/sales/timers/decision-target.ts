import { env } from "@/lib/platform/env"
import { listTargets } from "./list-targets"
import { daysText } from "./target-words"
import { plainLead, targetFor } from "./targets"

/** How soon a lead of which nothing more is known is to be decided, in words: "10 working days". */
export async function readDecisionTarget(): Promise<string> {
  return daysText(targetFor(await listTargets(), plainLead).decisionDays ?? env().DECISION_TARGET_DAYS)
}
