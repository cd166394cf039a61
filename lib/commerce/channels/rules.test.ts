import { describe, expect, test } from "vitest"
import { likedLanguage } from "./languages"
import { refusalToArchive, refusalToBringBack, refusalToMakeDefault } from "./rules"
import { AddChannel } from "./schema"
import { codeFrom } from "./slug"

const at = new Date("2026-11-30T10:00:00Z")
const open = { name: "Outlet", isDefault: false, archivedAt: null }
const archived = { ...open, archivedAt: at }
const standard = { ...open, isDefault: true }

describe.each([
  ["make default", refusalToMakeDefault, { open: null, archived: "Bring it back", standard: "already" }],
  ["archive", refusalToArchive, { open: null, archived: "archived already", standard: "Make another channel the default" }],
  ["bring back", refusalToBringBack, { open: "not archived", archived: null, standard: "not archived" }],
] as const)("%s", (_, refusal, expected) => {
  test.each(Object.entries({ open, archived, standard }))("a channel that is %s", (name, channel) => {
    const said = expected[name as keyof typeof expected]
    if (said === null) expect(refusal(channel)).toBeNull()
    else expect(refusal(channel)).toMatchObject({ code: "conflict", message: expect.stringContaining(said) })
  })
})

describe("what is typed of a channel", () => {
  const typed = {
    name: "Outlet",
    storeUrl: "outlet.example",
    languages: "pt,en",
    defaultLanguage: "pt",
    formSlug: " Outlet ",
    intro: "",
    letterProfileId: "",
  }

  test("is read in normal form", () => {
    expect(AddChannel.parse(typed)).toEqual({
      name: "Outlet",
      storeUrl: "https://outlet.example",
      languages: ["en", "pt"],
      defaultLanguage: "pt",
      formSlug: "outlet",
      intro: null,
      letterProfileId: null,
    })
    expect(AddChannel.parse({ ...typed, storeUrl: "" }).storeUrl).toBeNull()
  })

  test.each([
    ["name", { name: "  " }, "Enter a name"],
    ["storeUrl", { storeUrl: "javascript:alert(1)" }, "A website begins with"],
    ["languages", { languages: "tlh" }, "Choose at least one language"],
    ["defaultLanguage", { defaultLanguage: "de" }, "The default is one of its languages"],
    ["formSlug", { formSlug: "../status" }, "Use letters from a to z"],
    ["formSlug", { formSlug: "received" }, "a page of its own"],
    ["formSlug", { formSlug: "a".repeat(41) }, "at most 40"],
    ["letterProfileId", { letterProfileId: "standard" }, "Choose the letters"],
  ])("is refused at %s", (path, wrong, message) => {
    const { error } = AddChannel.safeParse({ ...typed, ...wrong })
    const issue = error?.issues.find((one) => one.path[0] === path)
    expect(issue?.message).toContain(message)
  })

  test.each([
    ["Harbourline Outlet", "harbourline-outlet"],
    ["  Loja Náutica & Café ", "loja-nautica-cafe"],
    ["東京", "channel"],
    ["x".repeat(80), "x".repeat(36)],
  ])("%s gets the code %s", (name, code) => expect(codeFrom(name)).toBe(code))
})

test.each([
  [null, "pt"],
  ["", "pt"],
  ["en-GB,en;q=0.9,pt;q=0.8", "en"],
  ["de, pt-BR;q=0.4, en;q=0.2", "pt"],
  ["de;q=0.9, en;q=0", "pt"],
  ["*", "pt"],
])("who reads %s is written to in %s", (accepted, liked) =>
  expect(likedLanguage(accepted, { languages: ["en", "pt"], defaultLanguage: "pt" })).toBe(liked),
)
