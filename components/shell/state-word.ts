const special: Record<string, string> = { out_sold: "Out-Sold", in_progress: "In Progress", no_longer_interested: "No Longer Interested" }

/** A state as the audit has it, in the word that people know it by; names and sentences pass unchanged. */
export function stateWord(code: string): string {
  if (!/^[a-z_]+$/.test(code)) return code
  return special[code] ?? code.replaceAll("_", " ").replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}
