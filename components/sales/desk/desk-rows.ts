import { shownText } from "@/components/shell/edit/shown-text"
import { countryName } from "@/lib/platform/countries"
import type { DeskView } from "@/lib/sync/conversion/desk"
import { mapped, targets, type Values } from "@/lib/sync/conversion/mapping"

type Part = "account" | "contact"
type Group = { label: string; keys: readonly string[] }

const address = ["street", "street2", "postalCode", "city", "stateProvince", "country"]

const groups: Record<Part, readonly Group[]> = {
  account: [
    { label: "Company name", keys: ["name"] },
    { label: "Tax ID", keys: ["taxId"] },
    { label: "Website", keys: ["website"] },
    { label: "Email", keys: ["email"] },
    { label: "Phone", keys: ["phone"] },
    { label: "Business address", keys: address },
  ],
  contact: [
    { label: "Name", keys: ["firstName", "lastName"] },
    { label: "Job title", keys: ["jobTitle"] },
    { label: "Email", keys: ["email"] },
    { label: "Phone", keys: ["phone"] },
    { label: "Language", keys: ["language"] },
  ],
}

/** A line of the desk: what the request says, what the record says, and what comes of it. */
export type DeskRowView = {
  label: string
  keys: readonly string[]
  request: readonly string[]
  match: readonly string[]
  result: readonly string[]
  /** `same` on both sides, `only` where the request says nothing, `differ` where there is something to pick. */
  state: "same" | "only" | "differ"
  /** Whether the request's value is taken. */
  isTaken: boolean
}

/** The lines of a value: an address as one writes it, everything else on one line. */
function linesOf(part: Part, keys: readonly string[], values: Values): string[] {
  const text = (key: string) => values[key] ?? null
  if (keys === address) {
    const place = [text("postalCode"), text("city")].filter(Boolean).join(" ")
    const country = text("country")
    return [
      [text("street"), text("street2")].filter(Boolean).join(", "),
      [place, text("stateProvince"), country && countryName(country)].filter(Boolean).join(", "),
    ].filter(Boolean)
  }
  const editables: Readonly<Record<string, { kind: Parameters<typeof shownText>[0]["kind"]; words?: Readonly<Record<string, string>> }>> =
    targets[part]
  const shown = keys.map((key) => shownText(editables[key] ?? { kind: "text" }, text(key), "EUR")).filter(Boolean)
  return shown.length > 0 ? [shown.join(" ").replace(/^https?:\/\//, "")] : []
}

const isEmpty = (keys: readonly string[], values: Values) => keys.every((key) => !values[key])
const isSame = (keys: readonly string[], one: Values, other: Values) => keys.every((key) => (one[key] ?? null) === (other[key] ?? null))

/** What the mapping would write of the request. */
export const wantedOf = ({ mapping, lead }: DeskView, part: Part): Values => mapped(mapping, part, { lead: lead.values })

/** The fields that a record lacks and the request has; an address is filled whole or not at all. */
export function fieldsToFill(desk: DeskView, part: Part, values: Values): string[] {
  const wanted = wantedOf(desk, part)
  return groups[part].flatMap(({ keys }) => (isEmpty(keys, values) && !isEmpty(keys, wanted) ? changing(keys, wanted, values) : []))
}

/** The fields of a line that the request would change. */
const changing = (keys: readonly string[], wanted: Values, values: Values) =>
  keys.filter((key) => (wanted[key] ?? null) !== (values[key] ?? null))

/** The picks after somebody took one side of a line. */
export function pick(
  desk: DeskView,
  part: Part,
  values: Values,
  picks: readonly string[],
  keys: readonly string[],
  takes: boolean,
): string[] {
  const others = picks.filter((key) => !keys.includes(key))
  return takes ? [...others, ...changing(keys, wantedOf(desk, part), values)] : others
}

/** The lines of an account or a contact that say anything on either side. `known` is the record that is looked at, `result` what comes of it. */
export function deskRows(desk: DeskView, part: Part, known: Values | null, result: Values, picks: readonly string[]): DeskRowView[] {
  const wanted = wantedOf(desk, part)
  return groups[part].flatMap(({ label, keys }) => {
    if (isEmpty(keys, wanted) && (!known || isEmpty(keys, known))) return []
    const state = known && isSame(keys, wanted, known) ? "same" : isEmpty(keys, wanted) ? "only" : "differ"
    return [
      {
        label,
        keys,
        request: linesOf(part, keys, wanted),
        match: known ? linesOf(part, keys, known) : [],
        result: linesOf(part, keys, result),
        state,
        isTaken: keys.some((key) => picks.includes(key)),
      },
    ]
  })
}
