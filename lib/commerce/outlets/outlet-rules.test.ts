import { describe, expect, test } from "vitest"
import {
  deepest,
  heightOf,
  inOrder,
  pathOf,
  placesFor,
  refusalToAddBelow,
  refusalToMoveOutlet,
  refusalToRemoveOutlet,
  type TreeOutlet,
} from "./outlet-rules"

const outlet = (name: string, parentId: string | null = null): TreeOutlet => ({ id: name.toLowerCase(), parentId, name })

/** Kiel stands below the organization, Lübeck and Rostock below Kiel, Wismar below Rostock; Bremen beside Kiel. */
const tree = [outlet("Wismar", "rostock"), outlet("Kiel"), outlet("Rostock", "kiel"), outlet("Lübeck", "kiel"), outlet("Bremen")]
const named = (name: string): TreeOutlet => tree.find((one) => one.name === name) ?? outlet(name)
const chain = Array.from({ length: deepest }, (_, at) => outlet(`Level${at + 1}`, at === 0 ? null : `level${at}`))

describe("a tree of outlets", () => {
  test("is drawn from the organization down, siblings by name", () =>
    expect(inOrder(tree).map(({ name, level }) => [level, name])).toEqual([
      [1, "Bremen"],
      [1, "Kiel"],
      [2, "Lübeck"],
      [2, "Rostock"],
      [3, "Wismar"],
    ]))

  test("knows the way up and the levels down", () => {
    expect(pathOf(tree, "wismar").map(({ name }) => name)).toEqual(["Wismar", "Rostock", "Kiel"])
    expect(pathOf(tree, null)).toEqual([])
    expect(heightOf(tree, "kiel")).toBe(3)
    expect(heightOf(tree, "bremen")).toBe(1)
  })

  test.each([
    ["Kiel", "kiel", "Kiel cannot stand below itself."],
    ["Kiel", "rostock", "Kiel cannot stand below Rostock, which is below it."],
    ["Kiel", "wismar", "Kiel cannot stand below Wismar, which is below it."],
    ["Kiel", null, "Kiel stands there already."],
    ["Rostock", "kiel", "Rostock stands there already."],
    ["Kiel", "bremen", null],
    ["Wismar", null, null],
    ["Bremen", "wismar", null],
  ])("%s below %s: %s", (name, parentId, message) =>
    expect(refusalToMoveOutlet(tree, named(name), parentId)?.message ?? null).toBe(message),
  )

  test(`is at most ${deepest} deep, with whatever comes along`, () => {
    expect(refusalToAddBelow(chain, "Kiel", "level4")).toBeNull()
    expect(refusalToAddBelow(chain, "Kiel", "level5")?.message).toBe(
      "Kiel cannot stand below Level5: the tree would be deeper than 5 levels.",
    )
    const both = [...chain, ...tree]
    expect(refusalToMoveOutlet(both, named("Kiel"), "level2")).toBeNull()
    expect(refusalToMoveOutlet(both, named("Kiel"), "level3")?.message).toContain("deeper than 5 levels")
  })

  test("offers the organization and every outlet, each with the reason where it cannot be", () =>
    expect(placesFor(tree, named("Rostock")).map(({ id, refusal }) => [id, refusal?.message ?? null])).toEqual([
      [null, null],
      ["wismar", "Rostock cannot stand below Wismar, which is below it."],
      ["kiel", "Rostock stands there already."],
      ["rostock", "Rostock cannot stand below itself."],
      ["lübeck", null],
      ["bremen", null],
    ]))

  test("keeps an outlet that has others below it, or members", () => {
    expect(refusalToRemoveOutlet(tree, named("Bremen"), 0)).toBeNull()
    expect(refusalToRemoveOutlet(tree, named("Bremen"), 1)?.message).toBe("1 member works at Bremen. Give them another outlet first.")
    expect(refusalToRemoveOutlet(tree, named("Rostock"), 0)?.message).toBe("Rostock has Wismar below it. Move it first.")
    expect(refusalToRemoveOutlet(tree, named("Kiel"), 3)?.message).toBe("Kiel has 2 outlets below it. Move them first.")
  })
})
