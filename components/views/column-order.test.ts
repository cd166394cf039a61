import { expect, test } from "vitest"
import type { WorkShape } from "@/lib/platform/list-query"
import { choicesOf, moveColumn } from "./column-order"

const shape: WorkShape = {
  key: "leads",
  noun: ["boat", "boats"],
  path: "/boats",
  views: { all: "All" },
  firstView: "all",
  filters: {},
  sorts: { name: "asc" },
  firstSort: "name",
  fields: {},
  columns: ["name", "hull", "owner"],
  groups: [],
}
const fields = (choices: readonly { field: string }[]) => choices.map(({ field }) => field).join(" ")
const own = choicesOf(shape, null)

test("a column moves to any place but the name's, and the name does not move", () => {
  expect(fields(moveColumn(own, "owner", 1))).toBe("name owner hull")
  expect(fields(moveColumn(own, "owner", 0))).toBe("name owner hull")
  expect(fields(moveColumn(own, "hull", 9))).toBe("name owner hull")
  expect(moveColumn(own, "name", 2)).toBe(own)
  expect(moveColumn(own, "gone", 2)).toBe(own)
})
