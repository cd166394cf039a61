import { capital } from "@/lib/platform/first-letter"
import { leadStatusReasons } from "@/lib/sales/leads/rules"
import { opportunityStatusReasons } from "@/lib/sales/opportunities/rules"

const statuses: Record<string, { word: string }> = { ...opportunityStatusReasons, ...leadStatusReasons }

/** A code as people read it: a status by its own word, anything else with blanks and a capital. */
export function codeWord(code: string): string {
  const known = statuses[code]?.word
  if (known) return known
  const plain = code.replaceAll("_", " ")
  return capital(plain)
}
