import { momentText } from "@/lib/platform/moment-text"

const special: Record<string, string> = { out_sold: "Out-Sold", in_progress: "In Progress", no_longer_interested: "No Longer Interested" }

/** A state as the audit has it, in the word that people know it by, and a day as they write it; names and sentences pass unchanged. */
export function stateWord(code: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(code)) return momentText(new Date(code), "day")
  if (!/^[a-z_]+$/.test(code)) return code
  return special[code] ?? code.replaceAll("_", " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
