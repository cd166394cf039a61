import type { Fields } from "@/lib/platform/fields"
import type { Filter } from "@/lib/platform/filter"

/** What rules are asked of: what one and many are called, how one is that just came, and the fields that a condition may name. */
export type RuleSubject = { noun: readonly [one: string, many: string]; fresh: string; fields: Fields }

/** One rule of a set: for which records it holds (null: for all), and what it then does. */
export type Rule<Effect = unknown> = { id: string; name: string; isOn: boolean; when: Filter | null; effect: Effect }

/** The rules of a kind, in their order, with the settings that belong to them. This is what is drafted, published and restored as one. */
export type Book<Effect = unknown, Settings = unknown> = { rules: readonly Rule<Effect>[]; settings: Settings }

/** A book as it was published. */
export type PublishedBook<Effect = unknown, Settings = unknown> = Book<Effect, Settings> & { number: number }

/** What a sentence needs to name things. */
export type Names = { fields: Fields; people: Readonly<Record<string, string>>; countryName: (code: string) => string }

export const mostRules = 100
