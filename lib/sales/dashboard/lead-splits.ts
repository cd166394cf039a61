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

/** So many sources or countries are told each by itself. */
const mostTold = 10

/** Leads that came in during the period, by their source or country, the most first; where there are many, those with the fewest together. */
export function leadSplits(sums: Sums, field: keyof typeof fields, { whose, period }: { whose: Whose; period: Period }): Split[] {
  const { line, word } = fields[field]
  const came = sums
    .keysOf(line)
    .map((key) => ({ key, label: key === "" ? "Not said" : word(key), n: sums.byKey(line, (row) => row.key === key) }))
    .sort((one, other) => other.n - one.n || one.label.localeCompare(other.label))
  const [each, rest] = came.length > mostTold + 1 ? [came.slice(0, mostTold), came.slice(mostTold)] : [came, []]

  function split(key: string, label: string, keys: readonly string[], ...has: Condition[]): Split {
    const figure = (statuses: readonly string[] | null, ...asked: Condition[]): Figure => ({
      n: sums.byKey(line, (row) => keys.includes(row.key) && (statuses === null || statusIs(...statuses)(row))),
      href: leadsHref("all", whose, ...has, ...asked, within("created", period)),
    })
    return {
      key,
      label,
      cameIn: figure(null),
      open: figure(openStatuses, hasStatus(...openStatuses)),
      qualified: figure(["qualified"], hasStatus("qualified")),
      disqualified: figure(["disqualified"], isDisqualified),
    }
  }

  const others = (): Split => {
    const isNoneTold: Condition = [field, "is-not", ...each.flatMap(({ key }) => key || [])]
    const isSaid: Condition[] = each.some(({ key }) => key === "") ? [[field, "filled"]] : []
    return split(
      "others",
      `${rest.length} others`,
      rest.map(({ key }) => key),
      isNoneTold,
      ...isSaid,
    )
  }
  const splits = each.map(({ key, label }) => split(key, label, [key], key === "" ? [field, "empty"] : [field, "is", key]))
  return rest.length > 0 ? [...splits, others()] : splits
}
