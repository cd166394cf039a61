import { filterText } from "@/lib/platform/filter"
import { type AnyKind, kindOf, type RuleKind } from "./kinds"
import type { Book, Names, Rule } from "./rule"
import { ruleSentence } from "./sentence"

const quoted = ({ name }: Rule) => `“${name}”`
const saysTheSame = (one: Rule, other: Rule) =>
  filterText(one.when) === filterText(other.when) && JSON.stringify(one.effect) === JSON.stringify(other.effect)

/** What differs between two books, in sentences: what was added, changed, turned on or off, moved and removed. */
export function bookChanges(kind: RuleKind | AnyKind, before: Book, after: Book, names: Names): string[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const now = new Set(after.rules.map(({ id }) => id))
  const changes = after.rules.flatMap((rule) => {
    const was = old.get(rule.id)
    const sentence = ruleSentence(kind, rule, names)
    if (!was) return [`Added ${quoted(rule)}${rule.isOn ? "" : ", off"}. ${sentence}.`]
    return [
      ...(was.name === rule.name ? [] : [`Renamed ${quoted(was)} to ${quoted(rule)}.`]),
      ...(saysTheSame(was, rule) ? [] : [`Changed ${quoted(rule)}. ${sentence}. Before: ${ruleSentence(kind, was, names)}.`]),
      ...(was.isOn === rule.isOn ? [] : [`Turned ${rule.isOn ? "on" : "off"} ${quoted(rule)}.`]),
    ]
  })
  const removed = before.rules.filter(({ id }) => !now.has(id)).map((rule) => `Removed ${quoted(rule)}.`)
  return [...changes, ...removed, ...moved(before, after), ...settingsChange(kind, before, after)]
}

/** The rules that no longer follow those that they followed: the fewest that explain the new order. */
function moved(before: Book, after: Book): string[] {
  const places = new Map(before.rules.map(({ id }, at) => [id, at]))
  const kept = after.rules.filter(({ id }) => places.has(id))
  const stays = longestRise(kept.map(({ id }) => places.get(id) ?? 0))
  return kept.filter((_, at) => !stays.has(at)).map((rule) => `Moved ${quoted(rule)} to place ${after.rules.indexOf(rule) + 1}.`)
}

/** The places of a longest stretch of numbers that rise. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = []
  for (const [at, number] of numbers.entries()) {
    const before = best.slice(0, at).filter((_, place) => (numbers[place] ?? 0) < number)
    const longest = before.reduce((most, one) => (one.length > most.length ? one : most), [] as number[])
    best.push([...longest, at])
  }
  return new Set(best.reduce((most, one) => (one.length > most.length ? one : most), [] as number[]))
}

function settingsChange(kind: RuleKind | AnyKind, before: Book, after: Book): string[] {
  const { settingsSay } = kindOf(kind)
  if (!settingsSay || JSON.stringify(before.settings) === JSON.stringify(after.settings)) return []
  return [`Set ${settingsSay(after.settings)}. Before: ${settingsSay(before.settings)}.`]
}
