import { z } from "zod"
import { type Filter, filterText, isJoined, parts, readFilter } from "@/lib/platform/filter"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import { type Book, mostRules, type Rule } from "./rule"

const Shape = z.object({
  rules: z
    .array(
      z.object({
        id: z.uuid(),
        name: z
          .string()
          .trim()
          .max(80, "Keep the name under 80 characters")
          .refine((name) => !name.includes("\0"), "Enter a name"),
        isOn: z.boolean(),
        when: z.unknown().optional(),
        effect: z.unknown().optional(),
      }),
    )
    .max(mostRules, `At most ${mostRules} rules stand in a set`),
  settings: z.unknown().optional(),
})

/** What is wrong with a book, by place: `<rule id>.name`, `<rule id>.when`, `<rule id>.points`, `settings.a`. */
export type BookProblems = Record<string, string>

/** Rules have no reader: a condition on "me" means nobody. */
const isAboutMe = (filter: Filter): boolean => (isJoined(filter) ? parts(filter).some(isAboutMe) : filter.slice(2).includes("me"))

function firstIssues(place: string, issues: readonly z.core.$ZodIssue[]): BookProblems {
  const found: BookProblems = {}
  for (const { path, message } of issues) found[[place, ...path].join(".")] ??= message
  return found
}

/** Reads a book that somebody sends or that is stored; what cannot stand is told by its place. */
export function checkBook(kind: RuleKind | AnyKind, given: unknown): { book: Book; problems: BookProblems } {
  const { effect: Effect, settings: Settings, firstSettings, subject } = kindOf(kind)
  const shape = Shape.safeParse(given)
  if (!shape.success) {
    const [issue] = shape.error.issues
    return { book: { rules: [], settings: firstSettings }, problems: { book: issue?.message ?? "These rules cannot be read." } }
  }
  let problems: BookProblems = {}
  const names = new Set<string>()
  const ids = new Set<string>()
  const rules = shape.data.rules.map(({ id, name, isOn, when, effect }): Rule => {
    if (ids.has(id)) problems.book ??= "A rule stands in these rules twice."
    ids.add(id)
    if (name === "") problems[`${id}.name`] = "Give the rule a name"
    else if (names.has(name.toLowerCase())) problems[`${id}.name`] = "Another rule has this name"
    names.add(name.toLowerCase())
    const filter = when === null || when === undefined ? null : readFilter(subject.fields, JSON.stringify(when))
    if (when !== null && when !== undefined && filter === null) problems[`${id}.when`] = "Complete the conditions"
    if (filter && isAboutMe(filter)) problems[`${id}.when`] = "Choose people by name: a rule does not know who me is"
    const read = Effect.safeParse(effect)
    if (!read.success) problems = { ...problems, ...firstIssues(id, read.error.issues) }
    return { id, name, isOn, when: filter, effect: read.success ? read.data : effect }
  })
  const settings = Settings.safeParse(shape.data.settings ?? firstSettings)
  if (!settings.success) problems = { ...problems, ...firstIssues("settings", settings.error.issues) }
  return { book: { rules, settings: settings.success ? settings.data : firstSettings }, problems }
}

/** A stored book as it can be used: a rule that no longer stands, because a field went away, counts as off. */
export function readBook(kind: RuleKind | AnyKind, stored: unknown): Book {
  const { book, problems } = checkBook(kind, stored)
  const broken = new Set(Object.keys(problems).map((place) => place.split(".")[0]))
  return { ...book, rules: book.rules.map((rule) => (broken.has(rule.id) ? { ...rule, isOn: false } : rule)) }
}

/** Whether two books say the same. */
export const isSameBook = (one: Book, other: Book): boolean => bookText(one) === bookText(other)

const bookText = ({ rules, settings }: Book): string =>
  JSON.stringify([rules.map(({ id, name, isOn, when, effect }) => [id, name, isOn, filterText(when), effect]), settings])
