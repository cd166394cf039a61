import type { Verdict } from "@/lib/platform/audit-chain/verify-chain"
import type { Finding } from "./finding"

export const chainKey = "audit-chain"

const figure = new Intl.NumberFormat("en")

/** What a verification of the chain says, as a finding. */
export function chainFinding({ sealed, flaw, head }: Verdict): Finding {
  if (!flaw) return { found: 0, broken: [], told: `${figure.format(sealed)} rows${head ? `, last hash ${head}` : ""}` }
  const label = flaw.seq ? `Place ${flaw.seq}` : "A row outside of the chain"
  return { found: 1, broken: [{ kind: "audit", id: flaw.entryId ?? "", label }], told: flaw.what }
}
