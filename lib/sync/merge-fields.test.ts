import { describe, expect, test } from "vitest"
import { columnsOf, keepsByDefault, type MergeKind, mergeFields } from "./merge-fields"

const t = (...parts: (string | null)[]) => Object.fromEntries(parts.map((part, at) => [`p${at}`, part]))

describe("whose value stays unless somebody chooses", () => {
  test.each([
    [t("a"), t("b"), "primary"],
    [t("a"), t("a"), "primary"],
    [t("a"), t(null), "primary"],
    [t(null), t("b"), "loser"],
    [t(null), t(null), "primary"],
    [t(null, "DE"), t("Lindau", "DE"), "loser"],
    [t(null, "DE"), t("Graz", "AT"), "primary"],
    [t("Lindau", "DE"), t(null, "DE"), "primary"],
    [t("Lindau", null), t(null, "DE"), "primary"],
  ])("%o against %o: the %s's", (primary, loser, keeps) => {
    expect(keepsByDefault(primary, loser)).toBe(keeps)
  })
})

test.each(["lead", "account", "contact"] satisfies MergeKind[])(
  "a %s has each column in one field, and an address in one piece",
  (kind) => {
    const fields = mergeFields(kind, { currency: "EUR" }, { currency: "EUR" })
    const columns = fields.flatMap(columnsOf)
    expect(new Set(columns).size).toBe(columns.length)
    if (kind !== "contact") expect(columnsOf(fields.find(({ key }) => key === "address") ?? (fields[0] as never))).toHaveLength(6)
  },
)

test("amounts in two currencies go together with their currency", () => {
  const keys = (one: string, two: string) => mergeFields("lead", { currency: one }, { currency: two }).map(({ key }) => key)
  expect(keys("EUR", "EUR")).toEqual(expect.arrayContaining(["value", "budgetAmount"]))
  expect(keys("EUR", "USD")).toContain("amounts")
  expect(keys("EUR", "USD")).not.toContain("value")
})
