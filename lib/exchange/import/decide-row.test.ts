import { describe, expect, test } from "vitest"
import type { FoundLead } from "@/lib/sales/leads/find-leads"
import type { ReadRow } from "./check-row"
import { decideRow } from "./decide-row"
import type { Policy } from "./policy"

const policy: Policy = { matchBy: "email", mode: "both", empty: "keep", ownerId: null }
const row = (more: Partial<ReadRow> = {}): ReadRow => ({
  values: { companyName: "Contoso Ltd.", lastName: "Silva", email: "ana@contoso.example", rating: "hot" },
  errors: {},
  key: "ana@contoso.example",
  id: null,
  version: null,
  ...more,
})
const lead = (more: Partial<FoundLead> = {}) =>
  ({
    id: "01900000-0000-7000-8000-000000000001",
    version: 3,
    state: "open",
    statusReason: "new",
    companyName: "Contoso Ltd.",
    firstName: "Ana",
    lastName: "Silva",
    email: "ana@contoso.example",
    rating: "warm",
    prospectNumber: "PRO-000007",
    ...more,
  }) as FoundLead
const decide = (asked: Partial<Parameters<typeof decideRow>[0]> = {}) =>
  decideRow({ row: row(), matches: [], earlier: null, policy, owner: null, ...asked })

describe("a row", () => {
  test("that finds no lead creates one, with all that a lead must have", () => {
    const owner = { id: "01900000-0000-7000-8000-000000000002", name: "Anne Weaver" }
    expect(decide({ owner })).toMatchObject({
      outcome: "create",
      data: {
        topic: "Imported lead: Contoso Ltd.",
        firstName: "",
        rating: "hot",
        source: "other",
        statusReason: "new",
        ownerName: "Anne Weaver",
        nameKey: "contoso",
        domain: "contoso.example",
      },
    })
  })

  test("that finds its lead changes what differs, and keeps what stood there", () => {
    expect(decide({ matches: [lead()] })).toMatchObject({
      outcome: "update",
      leadVersion: 3,
      before: { rating: "warm" },
      data: { rating: "hot" },
    })
  })

  test("never moves a status, nor money into another currency", () => {
    const { data } = decide({ row: row({ values: { ...row().values, statusReason: "contacted", currency: "USD" } }), matches: [lead()] })
    expect(data).not.toHaveProperty("statusReason")
    expect(data).not.toHaveProperty("currency")
  })

  test.each([
    ["cells that cannot be read", { row: row({ errors: { email: "x", phone: "y" } }) }, "2 cells cannot be read"],
    ["an earlier row for the same lead", { earlier: 7 }, "Row 7 of the file means the same lead"],
    [
      "a lead there already, where leads are only created",
      { matches: [lead()], policy: { ...policy, mode: "create" } },
      "There is a lead with this email already",
    ],
    ["no lead, where leads are only updated", { policy: { ...policy, mode: "update" } }, "No lead has this email"],
    [
      "nothing to be found by",
      { row: row({ key: null }), policy: { ...policy, mode: "update" } },
      "The row has nothing to find its lead by",
    ],
    ["an ID that no lead has", { row: row({ id: "x" }), policy: { ...policy, matchBy: "id" } }, "There is no lead with this ID"],
    [
      "the ID of a lead that is a part of another since",
      { row: row({ id: "x" }), merged: "Contoso Ltd.", policy: { ...policy, matchBy: "id" } },
      "This lead is a part of Contoso Ltd. since a merge: give the ID of that one",
    ],
    [
      "a closed lead",
      { matches: [lead({ state: "qualified", statusReason: "qualified" })] },
      "The lead with this email is Qualified. Closed leads are read-only",
    ],
    ["two open leads", { matches: [lead(), lead()] }, "2 open leads have this email. Give the Lead ID"],
    ["a version that moved on", { row: row({ version: 2 }), matches: [lead()] }, "Somebody changed this lead after the file was made"],
    ["nothing new", { row: row({ values: { rating: "warm" } }), matches: [lead()] }, "Nothing to change"],
    ["a new lead without its company", { row: row({ values: { lastName: "Silva" } }) }, "It would be a new lead, and lacks what one needs"],
  ] as const)("with %s is skipped, and says so", (_name, asked, reason) => {
    expect(decide(asked as Partial<Parameters<typeof decideRow>[0]>)).toMatchObject({ outcome: "skip", reason })
  })
})
