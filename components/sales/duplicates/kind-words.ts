import type { MatchKind } from "@/lib/sales/matching/score-pair"

export const kindWords: Readonly<Record<MatchKind, string>> = { lead: "Lead", account: "Account", contact: "Contact" }
