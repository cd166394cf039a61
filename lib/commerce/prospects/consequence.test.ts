import { describe, expect, test } from "vitest"
import { approvalSentence, rejectionSentence } from "./consequence"

type Judged = Parameters<typeof approvalSentence>[0]

const prospect = (given: Partial<Judged> = {}): Judged => ({
  companyName: "Contoso Ltd.",
  firstName: "Ana",
  lastName: "Silva",
  email: "ana@contoso.example",
  leadId: null,
  opportunityId: null,
  organization: null,
  requestor: null,
  ...given,
})
const customer = (status: "provisional" | "active") => ({ id: "c", number: "CUS-000001", name: "Contoso Ltd.", status })
const known = { organization: { ...customer("provisional"), hierarchies: [] }, requestor: customer("provisional") }

describe("Approve says what it does", () => {
  test("where Sales has no part in it", () => {
    expect(approvalSentence(prospect(), "HIE-000042")).toBe(
      "Approves Contoso Ltd., makes 2 Active customers, creates customer hierarchy HIE-000042 with Ana Silva as Admin and sends 1 email to ana@contoso.example with the invitation.",
    )
  })

  test("where a lead is open", () => {
    expect(approvalSentence(prospect({ leadId: "l" }), "HIE-000042")).toContain("qualifies its lead and wins the opportunity")
  })

  test("where an opportunity is open: its customers are there already", () => {
    const sentence = approvalSentence(prospect({ leadId: "l", opportunityId: "o", ...known }), "HIE-000042")
    expect(sentence).toContain("wins its opportunity in Sales, makes 2 customers Active")
  })

  test("where the organization has a hierarchy already", () => {
    const organization = { ...customer("active"), hierarchies: [{ number: "HIE-000007" }] }
    const sentence = approvalSentence(prospect({ organization }), "HIE-000042")
    expect(sentence).toContain("makes 1 Active customer and uses 1, uses customer hierarchy HIE-000007 with")
  })
})

describe("Reject says what it does", () => {
  test("where Sales has no part in it", () => {
    expect(rejectionSentence(prospect())).toBe("Rejects Contoso Ltd. and sends 1 email with the reason to ana@contoso.example.")
  })

  test("where a lead or an opportunity is open, and what becomes of the customers", () => {
    expect(rejectionSentence(prospect({ leadId: "l" }))).toContain("disqualifies its lead in Sales")
    const sentence = rejectionSentence(prospect({ leadId: "l", opportunityId: "o", ...known }))
    expect(sentence).toContain("closes its opportunity in Sales as Lost, archives 2 provisional customers")
  })
})
