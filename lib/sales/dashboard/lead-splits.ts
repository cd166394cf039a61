import { countryName } from "@/lib/platform/countries"
import type { Condition } from "@/lib/platform/filter"
import { type Source, sources } from "../choices"
import { hasStatus, isDisqualified, openStatuses, within } from "./conditions"
import { type Figure, leadsHref, type Whose } from "./links"
import type { Period } from "./period"
import { type Sums, statusIs } from "./sums"

/** The leads of one source or country that came in, and what became of them. */
export type Split = { key: string; label: string } & Record<"cameIn" | "open" | "qualified" | "disqualified", Figure>

const fields = {
  source: { line: "lead.week", word: (key: string) => sources[key as Source] },
  country: { line: "lead.country", word: countryName },
}

/** Leads that came in during the period, by their source or country, the most first. */
export function leadSplits(sums: Sums, field: keyof typeof fields, { whose, period }: { whose: Whose; period: Period }): Split[] {
  const { line, word } = fields[field]
  return sums
    .keysOf(line)
    .map((key) => {
      const has: Condition = key === "" ? [field, "empty"] : [field, "is", key]
      const figure = (statuses: readonly string[] | null, ...asked: Condition[]): Figure => ({
        n: sums.byKey(line, (row) => row.key === key && (statuses === null || statusIs(...statuses)(row))),
        href: leadsHref("all", whose, has, ...asked, within("created", period)),
      })
      return {
        key,
        label: key === "" ? "Not said" : word(key),
        cameIn: figure(null),
        open: figure(openStatuses, hasStatus(...openStatuses)),
        qualified: figure(["qualified"], hasStatus("qualified")),
        disqualified: figure(["disqualified"], isDisqualified),
      }
    })
    .sort((one, other) => other.cameIn.n - one.cameIn.n || one.label.localeCompare(other.label))
}
