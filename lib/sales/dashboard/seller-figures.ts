import { isDisqualified, isOlderThan, within } from "./conditions"
import { type Figure, leadsHref, opportunitiesHref, type Whose } from "./links"
import type { Period, Target } from "./period"
import { type Sums, statusIs } from "./sums"

/** What one owner has to do now and closed in the period; without id and name, what nobody owns. */
export type SellerFigures = { id: string | null; name: string | null } & Record<
  "openLeads" | "late" | "openOpportunities" | "won" | "lost" | "disqualified",
  Figure
>

const lines = ["lead.owner", "opportunity.owner", "lead.owner-closed", "opportunity.owner-closed"]

/** Everybody who owns something open or closed something in the period, those with most to do first, and nobody last. */
export function sellerFigures(sums: Sums, { period, target }: { period: Period; target: Target }): SellerFigures[] {
  return [...new Set(lines.flatMap(sums.keysOf))]
    .map((key) => {
      const id = key === "none" ? null : key
      const whose: Whose = { owner: id }
      const n = (line: string, ...statuses: string[]) =>
        sums.byKey(line, (row) => row.key === key && (statuses.length === 0 || statusIs(...statuses)(row)))
      const closed = within("closed", period)
      return {
        id,
        name: sums.names.get(key) ?? null,
        openLeads: { n: n("lead.owner"), href: leadsHref("open", whose) },
        late: { n: n("lead.owner") - n("lead.owner-day") + n("lead.due"), href: leadsHref("open", whose, isOlderThan(target)) },
        openOpportunities: { n: n("opportunity.owner"), href: opportunitiesHref("open", whose) },
        won: { n: n("opportunity.owner-closed", "won"), href: opportunitiesHref("won", whose, closed) },
        lost: { n: n("opportunity.owner-closed", "lost"), href: opportunitiesHref("lost", whose, closed) },
        disqualified: { n: n("lead.owner-closed", "disqualified"), href: leadsHref("closed", whose, isDisqualified, closed) },
      }
    })
    .sort((one, other) => Number(one.id === null) - Number(other.id === null) || other.openLeads.n - one.openLeads.n)
}
