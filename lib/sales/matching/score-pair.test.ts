import { describe, expect, test } from "vitest"
import { namesAlike, trigramShare, wordsAlike } from "./alike"
import { type MatchFacts, matchKeys } from "./match-keys"
import { MatchingRules, type Signal, signalNames, usualRules } from "./matching-rules"
import { reasonWords } from "./reason-words"
import { type MatchKind, scorePair } from "./score-pair"

const contoso: MatchFacts = {
  companyName: "Contoso Lda.",
  firstName: "Ana",
  lastName: "Silva",
  email: "ana@contoso.pt",
  phone: "+351265548210",
  website: "https://contoso.pt",
  taxId: "PT509218440",
  country: "PT",
  street: "Rua do Porto 114",
  postalCode: "2900-213",
}
const nothing: MatchFacts = {
  ...contoso,
  companyName: null,
  firstName: null,
  lastName: null,
  email: null,
  phone: null,
  website: null,
  taxId: null,
  street: null,
  postalCode: null,
}
const side = (kind: MatchKind, given: Partial<MatchFacts>, from = contoso) => ({ ...matchKeys({ ...from, ...given }), kind })
const score = (one: Partial<MatchFacts>, other: Partial<MatchFacts>, kinds: [MatchKind, MatchKind] = ["lead", "account"], from = nothing) =>
  scorePair(side(kinds[0], one, from), side(kinds[1], other, from))
const words = (...given: Parameters<typeof score>) => score(...given).reasons.map(reasonWords)

describe("every signal, alone: what it says in words", () => {
  test.each([
    ["taxId same", { taxId: "PT509218440" }, { taxId: "509218440" }, "Same tax ID 509218440"],
    ["taxId differs", { taxId: "PT509218440" }, { taxId: "PT509218441" }, "Tax ID differs"],
    ["taxId of another country", { taxId: "509218440", country: "PT" }, { taxId: "509218440", country: "AO" }, "Tax ID differs"],
    ["domain same", { website: "https://contoso.com" }, { website: "http://www.contoso.com/x" }, "Same domain contoso.com"],
    ["domain of site and mail", { website: "https://contoso.com" }, { email: "a@contoso.com" }, "Same domain contoso.com"],
    ["domain alike", { website: "https://contoso.com" }, { website: "https://contoso.de" }, "Domains alike: contoso.com, contoso.de"],
    ["domain differs", { website: "https://contoso.com" }, { website: "https://fabrikam.com" }, "Domain differs"],
    ["email same", { email: "ana@contoso.com" }, { email: "ANA+x@contoso.com" }, "Same email ana@contoso.com"],
    ["email differs", { email: "ana@contoso.com" }, { email: "rui@contoso.com" }, "Email differs"],
    ["name same", { companyName: "Contoso Ltd" }, { companyName: "CONTOSO" }, "Same name"],
    ["name alike", { companyName: "Contoso Marine" }, { companyName: "Contoso Marina" }, expect.stringMatching(/^Name 0\.\d\d alike$/)],
    ["name differs", { companyName: "Contoso" }, { companyName: "Fabrikam" }, expect.stringMatching(/^Name differs, 0\.\d\d alike$/)],
    ["person same", { lastName: "Silva", firstName: "Ana" }, { lastName: "Silva", firstName: "Ána" }, "Same person’s name"],
    ["person alike", { lastName: "Silva", firstName: "Ana Maria" }, { lastName: "Silva", firstName: "Ana" }, "Person’s name 0.90 alike"],
    [
      "person differs",
      { lastName: "Silva", firstName: "Ana" },
      { lastName: "Costa", firstName: "Rui" },
      expect.stringMatching(/^Person’s name differs/),
    ],
    ["phone same", { phone: "+351265548210" }, { phone: "+351265548210;ext=2" }, "Same phone +351265548210"],
    ["phone alike", { phone: "+351265548210" }, { phone: "+3510265548210" }, "Same last digits of the phone, 65548210"],
    ["phone differs", { phone: "+351265548210" }, { phone: "+351265548999" }, "Phone differs"],
    ["address same", { street: "Rua A 1", postalCode: "2900" }, { street: "1, Rua A", postalCode: "2900" }, "Same address 2900 1"],
    ["address alike", { postalCode: "2900" }, { postalCode: "2900" }, "Same postal code 2900"],
    ["address differs", { postalCode: "2900" }, { postalCode: "2901" }, "Address differs"],
    ["country differs", { country: "PT" }, { country: "ES" }, "Country differs: PT, ES"],
  ] as const)("%s", (_, one, other, said) => expect(words(one, other)).toContainEqual(said))

  test("a signal that one of the two does not tell of says nothing", () => {
    for (const facts of [{ taxId: "PT509218440" }, { email: "a@contoso.com" }, { phone: "+351265548210" }, { companyName: "Contoso" }])
      expect(words(facts, {})).toEqual([])
  })
})

describe("verdicts", () => {
  test("all the same is certain", () =>
    expect(score({}, {}, ["lead", "account"], contoso)).toMatchObject({ score: 100, verdict: "certain" }))
  test("nothing known is nothing", () => expect(score({}, {})).toEqual({ score: 0, verdict: null, reasons: [] }))
  test("the same name alone is possible, an alike one too, a different one nothing", () => {
    expect(score({ companyName: "Contoso" }, { companyName: "Contoso AG" }).verdict).toBe("possible")
    expect(score({ companyName: "Contoso" }, { companyName: "Fabrikam" }).verdict).toBeNull()
  })
  test("name and domain together are certain", () =>
    expect(score({ companyName: "Contoso", website: "contoso.com" }, { companyName: "Contoso", website: "contoso.com" }).verdict).toBe(
      "certain",
    ))
  test("the same tax ID is certain under the same name, and likely under another", () => {
    expect(score({ companyName: "Contoso", taxId: "509218440" }, { companyName: "Contoso", taxId: "509218440" }).verdict).toBe("certain")
    expect(
      score(
        { companyName: "Contoso", taxId: "509218440", phone: "+351265548210" },
        { companyName: "Fabrikam", taxId: "509218440", phone: "+351265548210" },
      ).verdict,
    ).toBe("likely")
  })
  test.each([
    ["another tax ID", { taxId: "PT509218441" }],
    ["another country", { country: "ES", taxId: null, street: null, postalCode: null }],
  ])("a sister company with %s is possible at most, whatever else is the same", (_, other) => {
    for (const kinds of [
      ["lead", "account"],
      ["account", "account"],
      ["lead", "lead"],
    ] as [MatchKind, MatchKind][])
      expect(score({}, other, kinds, contoso).verdict).toBe("possible")
  })
  test("the same address of a mail service is no company's domain", () =>
    expect(score({ email: "contoso@gmail.com" }, { email: "fabrikam@gmail.com" }).score).toBe(0))
  test("a person is who has the mailbox, whatever the firm", () => {
    expect(score({}, { companyName: "Fabrikam", website: "fabrikam.com", phone: null }, ["contact", "contact"], contoso).verdict).toBe(
      "certain",
    )
  })
  test("two people of one firm are not one, though they share its mailbox", () => {
    const rui = { firstName: "Rui", lastName: "Costa" }
    expect(score({}, { ...rui, email: "rui@contoso.pt" }, ["contact", "contact"], contoso).verdict).toBeNull()
    expect(score({ email: "info@contoso.pt" }, { ...rui, email: "info@contoso.pt" }, ["contact", "contact"], contoso).verdict).not.toBe(
      "certain",
    )
  })
  test("who stands first does not matter", () => {
    const other = { companyName: "Kontoso Limitada", email: "rui@contoso.pt", phone: "+351265548999" }
    for (const kinds of [
      ["lead", "lead"],
      ["lead", "account"],
      ["lead", "contact"],
    ] as [MatchKind, MatchKind][]) {
      const [mine, theirs] = [side(kinds[0], {}), side(kinds[1], other)]
      expect(scorePair(mine, theirs).score).toBe(scorePair(theirs, mine).score)
    }
  })
})

describe("the house's rules", () => {
  const rules = (strengths: Partial<Record<Signal, number>>) => ({ ...usualRules, strengths: { ...usualRules.strengths, ...strengths } })
  test.each(signalNames)("%s off is not asked, twice as strong counts twice", (signal) => {
    const [one, other] = [side("lead", {}), side("account", {})]
    const points = (strength: number) =>
      scorePair({ ...one, kind: "lead" }, { ...other, kind: "lead" }, rules({ [signal]: strength })).reasons.find(
        (reason) => reason.signal === signal,
      )?.points
    expect(points(0)).toBeUndefined()
    expect(points(10)).toBe(2 * (points(5) ?? 0))
  })
  test("a value that a crowd shares tells little", () => {
    const [one, other] = [side("lead", { companyName: "Contoso" }, nothing), side("lead", { companyName: "Contoso" }, nothing)]
    expect(scorePair(one, other, usualRules, new Set(["name"])).score).toBeLessThan(usualRules.thresholds.possible)
  })
  test("thresholds stand in order", () => {
    const wrong = (thresholds: object) =>
      MatchingRules.safeParse({ ...usualRules, thresholds: { ...usualRules.thresholds, ...thresholds } }).success
    expect(MatchingRules.safeParse(usualRules).success).toBe(true)
    for (const thresholds of [{ certain: 65 }, { likely: 40 }, { possible: 0 }, { certain: 101 }]) expect(wrong(thresholds)).toBe(false)
  })
})

describe("how alike", () => {
  test("trigrams are counted as PostgreSQL counts them", () => {
    expect(trigramShare("word", "two words")).toBeCloseTo(0.363636, 5)
    expect(trigramShare("", "word")).toBe(0)
  })
  test("two letters that changed places are one slip", () => {
    expect(wordsAlike("contoso", "cnotoso")).toBeCloseTo(6 / 7)
    expect(wordsAlike("contoso", "")).toBe(0)
  })
  test.each([
    ["netvorks", "net vorks", 0.95],
    ["ibm", "international business mahines", 0.8],
    ["kontoso marine", "marine kontoso", 0.9],
  ])("%s and %s", (one, other, least) => {
    expect(namesAlike(one, other)).toBeGreaterThanOrEqual(least)
    expect(namesAlike(one, other)).toBe(namesAlike(other, one))
  })
  test.each([
    ["northvind", "southvind", 0.75],
    ["konto", "fabrikam", 0.2],
  ])("%s and %s are not", (one, other, most) => expect(namesAlike(one, other)).toBeLessThan(most))
})
