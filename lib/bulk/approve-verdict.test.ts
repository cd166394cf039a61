import { describe, expect, test } from "vitest"
import { approveVerdict, type ToApprove } from "./approve-verdict"
import type { ToQualify } from "./qualify-verdict"

const asked: ToQualify = {
  ...{ refusal: null, email: "ana@contoso.example", companyName: "Contoso Ltd.", personName: "Ana Silva" },
  ...{ accounts: [], contacts: [], twin: null },
}
const prospect: ToApprove = {
  ...{ refusal: null, number: "PRO-000001", email: "ana@contoso.example", personName: "Ana Silva", companyName: "Contoso Ltd." },
  ...{ inSales: { is: "nothing" }, known: [], twin: null, hasCustomers: false },
}
const account = { id: "a1", name: "Contoso", verdict: "certain" as const, reasons: ["Same tax ID PT1"] }
const lead = (given: Partial<ToQualify> = {}, partner: string | null = null): ToApprove => ({
  ...prospect,
  inSales: { is: "lead", asked: { ...asked, ...given }, partnerOf: (id) => (id === account.id ? partner : null) },
})
const company = (by: "taxId" | "name", partner: string | null = null) => ({ id: "c1", label: "Contoso (CUS-000007)", by, partner })
const twin = (isSure: boolean) => ({ prospectId: "p0", number: "PRO-000000", isSure })

describe("what becomes of a prospect in a run that approves", () => {
  test.each<[what: string, given: ToApprove, verdict: string, pick: string | null]>([
    ["the rule refuses: blocked", { ...prospect, refusal: "This prospect is Approved." }, "blocked", null],
    ["Sales has nothing and nobody is alike: made new", prospect, "ready", "new"],
    ["its customers are there: made Active", { ...prospect, hasCustomers: true, known: [company("name")] }, "ready", "new"],
    ["a customer with its tax ID: to choose", { ...prospect, known: [company("taxId")] }, "choose", null],
    ["a partner of its name: to choose", { ...prospect, known: [company("name", "HIE-000001")] }, "choose", null],
    ["surely the same company further up: shared", { ...prospect, twin: twin(true) }, "ready", "prospect:p0"],
    ["perhaps the same company further up: to choose", { ...prospect, twin: twin(false) }, "choose", null],
    ["a known customer goes before a request further up", { ...prospect, twin: twin(true), known: [company("name")] }, "choose", null],
    ["an opportunity is open: won", { ...prospect, inSales: { is: "deal", topic: "Ropes" } }, "ready", "new"],
    ["a lead that nothing matches: made new", lead(), "ready", "new"],
    ["a lead with one certain account: used", lead({ accounts: [account] }), "ready", "a1"],
    ["a lead whose certain account is a partner already: to choose", lead({ accounts: [account] }, "HIE-000001"), "choose", null],
    ["a lead with a likely account: to choose", lead({ accounts: [{ ...account, verdict: "likely" }] }), "choose", null],
    ["a lead without an address: blocked", lead({ email: null }), "blocked", null],
  ])("%s", (_, given, verdict, pick) => {
    expect(approveVerdict(given)).toMatchObject({ verdict, choice: { pick } })
  })

  test("says what happens, and who would sit where", () => {
    expect(approveVerdict(prospect).told).toBe(
      "Customers Contoso Ltd. and Ana Silva are created; Ana Silva becomes Admin, mail to ana@contoso.example",
    )
    expect(approveVerdict({ ...prospect, inSales: { is: "deal", topic: "Ropes" } }).told).toContain("Opportunity Ropes is won")
    expect(approveVerdict(lead({ accounts: [account] }, "HIE-000001"))).toMatchObject({
      told: "Contoso is a partner already, with HIE-000001: Ana Silva would become an Admin there",
      found: [{ id: "a1", why: "a partner with HIE-000001" }],
    })
    expect(approveVerdict({ ...prospect, known: [company("taxId", "HIE-000001")] }).found).toEqual([
      { id: "customer:c1", label: "Contoso (CUS-000007)", why: "same tax ID, a partner with HIE-000001" },
    ])
  })
})
