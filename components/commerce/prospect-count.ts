import type { ProspectCounts } from "@/lib/commerce/prospects/queries"

const figure = (count: number) => count.toLocaleString("en")

/** What waits in a view, beside the title of the prospects. */
export function prospectCount({ pending, late }: ProspectCounts): string {
  return `${figure(pending)} waiting for a decision, ${figure(late)} over ${late === 1 ? "its" : "their"} target`
}
