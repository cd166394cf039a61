import { isDisqualified, within } from "./conditions"
import { type Figure, leadsHref, opportunitiesHref, type Whose } from "./links"
import type { Period } from "./period"
import { type Sums, statusIs } from "./sums"
import { decisionOf, noneOf, type TimerFigures, undecidedOf } from "./timer-figures"

/** What one owner has to do now and closed in the period; without id and name, what nobody owns. */
export type SellerFigures = { id: string | null; name: string | null } & Record<
  "openLeads" | "undecided" | "late" | "openOpportunities" | "won" | "lost" | "disqualified",
  Figure
>

const lines = ["lead.owner", "opportunity.owner", "lead.owner-closed", "opportunity.owner-closed"]

/** Everybody who owns something open or closed something in the period, those with most to do first, and nobody last. */
export function sellerFigures(sums: Sums, { period, timers }: { period: Period; timers: readonly TimerFigures[] }): SellerFigures[] {
  const stands = new Map(decisionOf(timers).owners.map((stand) => [stand.id ?? "none", stand]))
  return [...new Set([...lines.flatMap(sums.keysOf), ...stands.keys()])]
    .map((key) => {
      const id = key === "none" ? null : key
      const whose: Whose = { owner: id }
      const n = (line: string, ...statuses: string[]) =>
        sums.byKey(line, (row) => row.key === key && (statuses.length === 0 || statusIs(...statuses)(row)))
      const closed = within("closed", period)
      const stand = stands.get(key) ?? noneOf("decision", whose)
      return {
        id,
        name: sums.names.get(key) ?? stand.name,
        openLeads: { n: n("lead.owner"), href: leadsHref("open", whose) },
        undecided: undecidedOf(stand, whose),
        late: stand.breached,
        openOpportunities: { n: n("opportunity.owner"), href: opportunitiesHref("open", whose) },
        won: { n: n("opportunity.owner-closed", "won"), href: opportunitiesHref("won", whose, closed) },
        lost: { n: n("opportunity.owner-closed", "lost"), href: opportunitiesHref("lost", whose, closed) },
        disqualified: { n: n("lead.owner-closed", "disqualified"), href: leadsHref("closed", whose, isDisqualified, closed) },
      }
    })
    .sort((one, other) => Number(one.id === null) - Number(other.id === null) || other.openLeads.n - one.openLeads.n)
}
