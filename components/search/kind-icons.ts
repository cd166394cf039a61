import type { NavIconName } from "@/components/shell/nav-icon"
import type { SearchedKind } from "@/lib/search/kinds"

/** The sign of each kind of record. */
export const kindIcons: Record<SearchedKind, NavIconName> = {
  lead: "leads",
  opportunity: "opportunities",
  account: "accounts",
  contact: "contacts",
  prospect: "prospects",
  customer: "customers",
  hierarchy: "hierarchies",
}
