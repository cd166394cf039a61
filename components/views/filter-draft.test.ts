import { describe, expect, test } from "vitest"
import type { Fields } from "@/lib/platform/fields"
import type { Filter } from "@/lib/platform/filter"
import {
  aboutField,
  blankCondition,
  blankGroup,
  type ConditionDraft,
  changePart,
  conditionsIn,
  draftOf,
  filterOf,
  isGroup,
  withOperator,
} from "./filter-draft"

const fields: Fields = {
  name: { label: "Name", kind: "text" },
  rating: { label: "Rating", kind: "rating", words: { hot: "Hot", cold: "Cold" } },
  launched: { label: "Launched", kind: "day" },
  value: { label: "Value", kind: "money" },
}
const condition = (field: string, operator: ConditionDraft["operator"], ...values: string[]): ConditionDraft => ({
  ...blankCondition(),
  field,
  operator,
  values,
})

describe("a filter and its draft", () => {
  test.each<{ filter: Filter }>([
    {
      filter: [
        "and",
        ["rating", "is", "hot"],
        ["or", ["name", "empty"], ["and", ["launched", "last-days", "30"], ["value", "at-least", "10"]]],
      ],
    },
    { filter: ["or", ["rating", "is", "hot", "cold"], ["name", "contains", "a"]] },
    { filter: ["rating", "is-not", "hot"] },
  ])("$filter comes back as it was", ({ filter }) => {
    const draft = draftOf(filter)
    expect(filterOf(draft, fields)).toEqual({ filter, unfinished: [] })
  })

  test("no filter is one condition to fill in, and says nothing until it is", () => {
    const draft = draftOf(null)
    expect(conditionsIn(draft)).toBe(1)
    expect(filterOf(draft, fields)).toEqual({ filter: null, unfinished: [] })
  })
})

test("a condition with a field but no value is unfinished, the others stand", () => {
  const open = condition("rating", "is")
  const root = { ...blankGroup("and"), parts: [open, condition("name", "filled"), blankCondition()] }
  expect(filterOf(root, fields)).toEqual({ filter: ["name", "filled"], unfinished: [open.id] })
})

test("an amount is taken as it is written", () => {
  expect(filterOf(condition("value", "at-least", "1,200.50 "), fields).filter).toEqual(["value", "at-least", "1200.50"])
})

test("a group that loses its last condition goes; the last of all leaves one to fill in", () => {
  const [first, second] = [condition("name", "filled"), condition("rating", "is", "hot")]
  const inner = { ...blankGroup("or"), parts: [second] }
  const root = { ...blankGroup("and"), parts: [first, inner] }
  const without = changePart(root, second.id, () => null)
  expect(without.parts).toEqual([first])
  const emptied = changePart(without, first.id, () => null)
  expect(emptied.parts).toHaveLength(1)
  expect(filterOf(emptied, fields).filter).toBeNull()
})

test("a part is changed where it stands", () => {
  const root = draftOf(["and", ["name", "filled"], ["or", ["rating", "is", "hot"], ["name", "empty"]]])
  const inner = root.parts.find(isGroup)
  expect(inner).toBeDefined()
  const wider = changePart(root, inner?.id ?? 0, (part) =>
    isGroup(part) ? { ...part, parts: [...part.parts, condition("value", "empty")] } : part,
  )
  expect(filterOf(wider, fields).filter).toEqual([
    "and",
    ["name", "filled"],
    ["or", ["rating", "is", "hot"], ["name", "empty"], ["value", "empty"]],
  ])
})

test("another field starts anew; another operator keeps values that mean the same", () => {
  const hot = condition("rating", "is", "hot")
  expect(withOperator(hot, "is-not").values).toEqual(["hot"])
  expect(withOperator(hot, "empty").values).toEqual([])
  const days = condition("launched", "last-days", "30")
  expect(withOperator(days, "next-days").values).toEqual(["30"])
  expect(withOperator(days, "on").values).toEqual([])
  expect(withOperator(days, "during").values).toEqual([])
  expect(aboutField(hot, "launched", fields)).toMatchObject({ field: "launched", operator: "on", values: [] })
})
