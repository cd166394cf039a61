import type { Editable, FieldText } from "@/lib/platform/editable"
import {
  defaultMapping,
  type Mapping,
  mapped,
  type Source,
  type Sources,
  sourceField,
  sourceFields,
  spokenOf,
  type Target,
  targets,
  type Values,
} from "./mapping"

export type Parts = Mapping["parts"]
/** The fields of a part by their keys, without the types that tell one part from another. */
export const fieldsOf = (part: Target): Readonly<Record<string, Editable>> => targets[part]
export const sourcesOf = (parts: Parts, part: Target): Readonly<Record<string, Source | undefined>> => parts[part]

/** The parts in the order in which a request travels, with what each takes its values from. */
export const partNames: Readonly<Record<Target, { from: string; to: string; reads: readonly string[] }>> = {
  lead: { from: "Request", to: "Lead", reads: ["request"] },
  account: { from: "Lead", to: "Account", reads: ["lead"] },
  contact: { from: "Lead", to: "Contact", reads: ["lead"] },
  opportunity: { from: "Lead", to: "Opportunity", reads: ["lead", "account", "contact"] },
  organization: { from: "Account", to: "Customer, Organization", reads: ["account", "lead"] },
  person: { from: "Contact", to: "Customer, Person", reads: ["contact", "lead"] },
}
export const partOrder = Object.keys(partNames) as Target[]

/** One address is one person on both sides, and the portal's sign-in: where it comes from is not for choosing. */
const locked: Partial<Record<Target, string>> = { lead: "email", contact: "email", person: "email" }
export const isLocked = (part: Target, key: string): boolean => locked[part] === key

const longestOf = ({ kind, longest, words }: Editable): number => {
  if (words) return Math.max(...Object.values(words).map((word) => word.length))
  if (kind === "email") return 254
  if (kind === "url") return 200
  if (kind === "long-text") return longest ?? 4000
  return kind === "text" ? (longest ?? 100) : 60
}

/** Whether a field can take the values of another: the same kind of value, which fits its length; any text where it holds plain text. */
export function fits(target: Editable, source: Editable): boolean {
  if (target.isTaxId) return source.isTaxId === true
  if (target.words) return source.words !== undefined && Object.keys(source.words).every((code) => Object.hasOwn(target.words ?? {}, code))
  if (target.kind === "long-text") return true
  if (target.kind === "text") return source.kind !== "long-text" && longestOf(source) <= longestOf(target)
  return target.kind === source.kind
}

const placeholder = /%(\w+)%/g

/** The fields that a fixed text names. */
export const namedIn = (text: string): string[] => [...text.matchAll(placeholder)].map(([, key = ""]) => key)

/** Whether a source has a value whatever was asked for. */
function isAlwaysFilled(part: Target, source: Source): boolean {
  if ("from" in source) return sourceField(source.from)?.isRequired === true || sourceField(source.from)?.kind === "yes-no"
  if (source.text.replace(placeholder, "").trim() !== "") return true
  return namedIn(source.text).some((key) => sourceField(`${spokenOf(part)}.${key}`)?.isRequired)
}

const keyOf = (source: Source | undefined) => (source ? JSON.stringify(source) : "")

/** What is wrong with the source of a field, as a sentence; null where nothing is. */
export function problemOf(part: Target, key: string, source: Source | undefined): string | null {
  const target = fieldsOf(part)[key]
  if (!target) return "There is no such field."
  const { label } = target
  if (isLocked(part, key))
    return keyOf(source) === keyOf(sourcesOf(defaultMapping.parts, part)[key]) ? null : `${label} is not for choosing.`
  if (!source) return target.isRequired ? `${label} cannot be left empty.` : null
  if (target.isRequired && !isAlwaysFilled(part, source)) return `${label} needs a field that is always filled, or a fixed value.`
  if ("from" in source) {
    const field = sourceField(source.from)
    if (!field || !partNames[part].reads.includes(source.from.split(".")[0] ?? "")) return `${label} cannot be read from there.`
    return fits(target, field) ? null : `${field.label} does not fit ${label}.`
  }
  if (!source.text.trim()) return `Enter a value for ${label}, or choose Nothing.`
  const isText = target.kind === "text" || target.kind === "long-text"
  const unknown = isText ? namedIn(source.text).find((name) => !sourceField(`${spokenOf(part)}.${name}`)) : undefined
  if (unknown) return `${label}: there is no field %${unknown}%.`
  if (target.words && !Object.hasOwn(target.words, source.text)) return `Choose the value of ${label} from the list.`
  return null
}

/** Everything that is wrong with a mapping, by `part.key`; empty when it can be saved. */
export function problemsOf(parts: Parts): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const part of partOrder) {
    for (const key of Object.keys(fieldsOf(part))) {
      const problem = problemOf(part, key, sourcesOf(parts, part)[key])
      if (problem) problems[`${part}.${key}`] = problem
    }
  }
  return problems
}

/** The fields, as `part.key`, whose source two mappings see differently. */
export function changesBetween(one: Parts, other: Parts): string[] {
  return partOrder.flatMap((part) =>
    Object.keys(fieldsOf(part))
      .filter((key) => keyOf(sourcesOf(one, part)[key]) !== keyOf(sourcesOf(other, part)[key]))
      .map((key) => `${part}.${key}`),
  )
}

/** Numbers and keys that the house itself carries on, whatever a mapping says. */
const carriedAnyway = ["lead.prospectNumber"]

/** The fields of the request and of the lead whose values nothing takes over. */
export function lossesOf(parts: Parts): string[] {
  const read = new Set(
    partOrder.flatMap((part) =>
      Object.values(sourcesOf(parts, part)).flatMap((source) => {
        if (!source) return []
        return "from" in source ? [source.from] : namedIn(source.text).map((key) => `${spokenOf(part)}.${key}`)
      }),
    ),
  )
  return ["request", "lead"].flatMap((record) =>
    Object.keys(sourceFields[record] ?? {})
      .map((key) => `${record}.${key}`)
      .filter((key) => !read.has(key) && !carriedAnyway.includes(key)),
  )
}

/** A past lead, and the request that it came from where there is one: what a mapping is rehearsed on. */
export type Sample = { id: string; label: string; request: Values | null; lead: Values }
export type Written = { part: Target; key: string; before: FieldText; after: FieldText }
export type Rehearsed = { sample: Sample; differs: Written[] }

/** Everything that a mapping would write of a sample, if all of it were made new. */
export function writtenOf(mapping: Mapping, { request, lead }: Sample): Record<Target, Values> {
  const sources: Sources = { lead }
  const account = mapped(mapping, "account", sources)
  const contact = mapped(mapping, "contact", sources)
  const all: Sources = { lead, account, contact }
  return {
    lead: request ? mapped(mapping, "lead", { request }) : {},
    account,
    contact,
    opportunity: mapped(mapping, "opportunity", all),
    organization: mapped(mapping, "organization", all),
    person: mapped(mapping, "person", all),
  }
}

/** What a changed mapping would write differently for each of some past leads. */
export function rehearse(current: Mapping, draft: Mapping, samples: readonly Sample[]): Rehearsed[] {
  return samples.map((sample) => {
    const [now, then] = [writtenOf(current, sample), writtenOf(draft, sample)]
    const differs = partOrder.flatMap((part) =>
      Object.keys(fieldsOf(part)).flatMap((key): Written[] => {
        const [before, after] = [now[part][key] ?? null, then[part][key] ?? null]
        return before === after ? [] : [{ part, key, before, after }]
      }),
    )
    return { sample, differs }
  })
}
