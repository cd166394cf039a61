import { describe, expect, test } from "vitest"
import { type BelongingChange, belongingAfter, belongingText, belongingWords, readBelonging, refusalToBelong } from "./belonging"

const names = { default: "Harbourline", outlet: "Outlet", old: "Old shop" }
const known = [
  { code: "default", name: "Harbourline", archivedAt: null },
  { code: "outlet", name: "Outlet", archivedAt: null },
  { code: "old", name: "Old shop", archivedAt: new Date("2026-11-30T10:00:00Z") },
]
const inThese = (...channels: string[]) => ({ inAllChannels: false, channels })
const everywhere = { inAllChannels: true, channels: [] }

test.each([
  ["one that is open", inThese("default"), null, null],
  ["several that are open", inThese("default", "outlet"), null, null],
  ["all", everywhere, null, null],
  ["none", inThese(), null, "at least one channel"],
  ["all and one", { ...everywhere, channels: ["default"] }, null, "at least one channel"],
  ["one that there is not", inThese("default", "gone"), null, "There is no such channel"],
  ["an archived one", inThese("default", "old"), null, "Old shop is archived"],
  ["an archived one beside others", inThese("old"), inThese("default"), "Old shop is archived"],
  ["an archived one where it was in all", inThese("old"), everywhere, "Old shop is archived"],
  ["an archived one where it was in it already", inThese("default", "old"), inThese("old"), null],
])("a hierarchy belongs to %s", (_, chosen, before, said) => {
  const refusal = refusalToBelong(chosen, known, before)
  if (said === null) expect(refusal).toBeNull()
  else expect(refusal?.message).toContain(said)
})

describe("a belonging", () => {
  test.each([
    ["*", everywhere],
    ["default", inThese("default")],
    ["outlet,default,outlet", inThese("default", "outlet")],
  ])("is read from %s", (text, belonging) => expect(readBelonging(text)).toEqual(belonging))

  test.each(["", ",", ",,"])("of nothing, as in “%s”, is none: all is never implied", (text) => expect(readBelonging(text)).toBeNull())

  test("is carried by a form as it is read", () => {
    for (const one of [everywhere, inThese("default", "outlet")]) expect(readBelonging(belongingText(one))).toEqual(one)
  })

  test("is said by the names of the channels", () => {
    expect(belongingWords(everywhere, names)).toBe("All channels")
    expect(belongingWords(inThese("outlet", "default"), names)).toBe("Harbourline and Outlet")
  })
})

describe("a change of belonging", () => {
  const join: BelongingChange = { how: "join", channel: "outlet" }
  const leave: BelongingChange = { how: "leave", channel: "outlet" }
  test.each([
    [inThese("default"), join, inThese("default", "outlet")],
    [inThese("outlet"), join, "It is in Outlet already"],
    [everywhere, join, "It is in all channels already"],
    [inThese("default", "outlet"), leave, inThese("default")],
    [inThese("outlet"), leave, "Outlet is its only channel"],
    [inThese("default"), leave, "It is not in Outlet"],
    [everywhere, leave, "Say on its page in which"],
    [inThese("default"), { how: "all" } as const, everywhere],
    [everywhere, { how: "all" } as const, "It is in all channels already"],
  ])("of %o by %o is %s", (before, change, expected) => {
    const after = belongingAfter(before, change, "Outlet")
    if (typeof expected === "string") expect(after).toMatchObject({ code: "conflict", message: expect.stringContaining(expected) })
    else expect(after).toEqual(expected)
  })
})
