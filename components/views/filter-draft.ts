import type { Field, Fields } from "@/lib/platform/fields"
import { type Filter, isCondition, isJoined, type Operator, operatorsOf, operatorTakes, parts } from "@/lib/platform/filter"

/** A filter while somebody builds it: a condition may still lack its field or its values. */
export type ConditionDraft = { id: number; field: string; operator: Operator; values: readonly string[] }
export type GroupDraft = { id: number; joint: "and" | "or"; parts: readonly Draft[] }
export type Draft = ConditionDraft | GroupDraft

export const isGroup = (draft: Draft): draft is GroupDraft => "parts" in draft

/** Groups stand in one another three deep. */
export const deepest = 3
export const mostConditions = 30

let lastId = 0
/** An id that no other part of a draft has. */
export const newDraftId = (): number => ++lastId

export const blankCondition = (): ConditionDraft => ({ id: newDraftId(), field: "", operator: "is", values: [] })
export const blankGroup = (joint: "and" | "or" = "or"): GroupDraft => ({ id: newDraftId(), joint, parts: [blankCondition()] })

/** A filter as it is built further; none is a group with one condition to fill in. */
export function draftOf(filter: Filter | null): GroupDraft {
  if (!filter) return blankGroup("and")
  const draft = draftPart(filter)
  return isGroup(draft) ? draft : { id: newDraftId(), joint: "and", parts: [draft] }
}

function draftPart(filter: Filter): Draft {
  if (isJoined(filter)) return { id: newDraftId(), joint: filter[0], parts: parts(filter).map(draftPart) }
  const [field, operator, ...values] = filter
  return { id: newDraftId(), field, operator, values }
}

const tidy = (value: string, { kind }: Field) =>
  kind === "money" || kind === "percent" || kind === "score"
    ? value.replace(/[\s,]/g, "")
    : kind === "text" || kind === "long-text"
      ? value
      : value.trim()

/** What a draft asks for, and the conditions that cannot be asked yet. A condition without a field counts as not begun. */
export function filterOf(draft: Draft, fields: Fields): { filter: Filter | null; unfinished: number[] } {
  if (isGroup(draft)) {
    const found = draft.parts.map((part) => filterOf(part, fields))
    const filters = found.flatMap(({ filter }) => (filter ? [filter] : []))
    const unfinished = found.flatMap((part) => part.unfinished)
    const [only] = filters
    if (filters.length < 2) return { filter: only ?? null, unfinished }
    return { filter: [draft.joint, ...filters], unfinished }
  }
  const { id, field: name, operator } = draft
  const field = fields[name]
  if (!field) return { filter: null, unfinished: [] }
  const asked = [name, operator, ...draft.values.map((value) => tidy(value, field))]
  return isCondition(fields, asked) ? { filter: asked, unfinished: [] } : { filter: null, unfinished: [id] }
}

/** The draft with one part otherwise, or without it where `change` gives null; a group that loses its last part goes too. */
export function changePart(root: GroupDraft, id: number, change: (part: Draft) => Draft | null): GroupDraft {
  const next = walk(root, id, change)
  return next && isGroup(next) && next.parts.length > 0 ? next : blankGroup(root.joint)
}

function walk(part: Draft, id: number, change: (part: Draft) => Draft | null): Draft | null {
  if (part.id === id) return change(part)
  if (!isGroup(part)) return part
  const kept = part.parts.flatMap((one) => walk(one, id, change) ?? [])
  const isEmptied = kept.length === 0 && part.parts.length > 0
  return isEmptied ? null : { ...part, parts: kept }
}

/** How many conditions a draft has, finished or not. */
export const conditionsIn = (draft: Draft): number => (isGroup(draft) ? draft.parts.reduce((sum, part) => sum + conditionsIn(part), 0) : 1)

/** A condition about another field: its likeliest operator, and nothing chosen yet. */
export function aboutField(condition: ConditionDraft, name: string, fields: Fields): ConditionDraft {
  const field = fields[name]
  const [operator = "is"] = field ? operatorsOf(field) : []
  return { ...condition, field: name, operator, values: [] }
}

const valueSort = (operator: Operator) => `${operatorTakes(operator)} ${operator.endsWith("-days")} ${operator === "during"}`

/** The condition with another operator; values stay where they mean the same. */
export function withOperator(condition: ConditionDraft, operator: Operator): ConditionDraft {
  const stays = valueSort(operator) === valueSort(condition.operator)
  return { ...condition, operator, values: stays ? condition.values : [] }
}
