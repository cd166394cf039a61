import { describe, expect, test } from "vitest"
import { qualifyVerdict, type ToQualify } from "./qualify-verdict"

const lead: ToQualify = {
  refusal: null,
  email: "ana@atlantico.example",
  companyName: "Atlântico Lda.",
  personName: "Ana Silva",
  accounts: [],
  contacts: [],
  twin: null,
}
const account = (verdict: "certain" | "likely" | "possible", id = "a1") => ({
  ...{ id, name: `Account ${id}`, verdict },
  reasons: ["Same tax ID PT1", "Same name", "Phone differs"],
})
const contact = (given: { accountId?: string | null; isSameEmail?: boolean } = {}) => ({
  ...{ id: "c1", name: "Ana Silva", accountId: "a1", accountName: "Account a1", isSameEmail: true },
  ...given,
})
const twin = (by: "email" | "taxId" | "name") => ({ leadId: "l1", label: "Atlântico", by })

describe("what becomes of a lead in a run that qualifies", () => {
  test.each<[what: string, given: Partial<ToQualify>, verdict: string, pick: string | null, contactId: string | null]>([
    ["nothing matches: made new", {}, "ready", "new", null],
    ["one certain account: used", { accounts: [account("certain")] }, "ready", "a1", null],
    ["one certain account beside likely ones: used", { accounts: [account("certain"), account("likely", "a2")] }, "ready", "a1", null],
    ["two certain accounts: to choose", { accounts: [account("certain"), account("certain", "a2")] }, "choose", null, null],
    ["a likely account: to choose", { accounts: [account("likely")] }, "choose", null, null],
    ["a possible account: to choose", { accounts: [account("possible")] }, "choose", null, null],
    ["a known person at the certain account: both used", { accounts: [account("certain")], contacts: [contact()] }, "ready", "a1", "c1"],
    [
      "a known person at another account than the certain one: to choose",
      { accounts: [account("certain", "a2")], contacts: [contact()] },
      "choose",
      null,
      "c1",
    ],
    ["a known person whose account matches nothing: to choose", { contacts: [contact()] }, "choose", null, "c1"],
    ["a known person without an account: made new", { contacts: [contact({ accountId: null })] }, "ready", "new", "c1"],
    ["somebody alike with another address: no contact of theirs", { contacts: [contact({ isSameEmail: false })] }, "ready", "new", null],
    ["the same person further up: shared", { twin: twin("email") }, "ready", "lead:l1", null],
    ["the same tax ID further up: shared", { twin: twin("taxId") }, "ready", "lead:l1", null],
    ["the same name further up: to choose", { twin: twin("name") }, "choose", null, null],
    ["a certain account goes before a lead further up", { accounts: [account("certain")], twin: twin("email") }, "ready", "a1", null],
    ["no address: blocked", { email: null }, "blocked", null, null],
    ["the rule refuses: blocked", { refusal: "Maja owns this." }, "blocked", null, null],
  ])("%s", (_, given, verdict, pick, contactId) => {
    expect(qualifyVerdict({ ...lead, ...given })).toMatchObject({ verdict, choice: { pick, contactId } })
  })

  test("says what happens, and why not", () => {
    const told = (given: Partial<ToQualify>) => qualifyVerdict({ ...lead, ...given }).told
    expect(told({})).toBe("Account Atlântico Lda. is created; contact Ana Silva is created")
    expect(told({ accounts: [account("certain")], contacts: [contact()] })).toBe(
      "Account Account a1 is used (certain: same tax ID PT1, same name); contact Ana Silva is used (same email)",
    )
    expect(told({ accounts: [account("likely")] })).toBe(
      "May be Account a1 (likely: same tax ID PT1, same name); contact Ana Silva is created",
    )
    expect(told({ accounts: [account("likely"), account("possible", "a2")] })).toContain("May be one of 2")
    expect(told({ email: null })).toContain("whoever may edit the lead can")
    expect(told({ refusal: "Maja owns this." })).toBe("Maja owns this.")
  })
})
