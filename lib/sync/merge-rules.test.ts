import { describe, expect, test } from "vitest"
import { type StaffRole, staffRoles } from "@/lib/identity/permissions"
import type { LeadState } from "@/lib/sales/leads/rules"
import { type MapKey, mapKeys } from "./maps"
import type { MergeKind } from "./merge-fields"
import {
  type JudgedCustomer,
  type JudgedMerge,
  type MergeSide,
  refusalToMerge,
  refusalToOfferMerge,
  refusalToUnmerge,
  type Seat,
  type Standing,
  unmergeDays,
} from "./merge-rules"

const kinds: MergeKind[] = ["lead", "account", "contact"]
const worker = (staffRole: StaffRole = "sales_manager") => ({ id: "maja", staffRole })
const side = (given: Partial<MergeSide> = {}): MergeSide => ({
  id: "one",
  label: "Contoso Ltd.",
  ownerId: null,
  ownerName: null,
  state: null,
  request: null,
  customer: null,
  undoable: null,
  ...given,
})
const other = (given: Partial<MergeSide> = {}) => side({ id: "two", label: "Contoso GmbH", ...given })
const customer = (given: Partial<JudgedCustomer> = {}): JudgedCustomer => ({
  number: "CUS-000001",
  status: "active",
  email: "ana@contoso.example",
  hierarchyNumber: null,
  seats: [],
  ...given,
})
const aRequest = (given: Partial<NonNullable<MergeSide["request"]>> = {}): NonNullable<MergeSide["request"]> => ({
  ...{ id: "request", number: "PRO-000001", status: "pending", name: "Ana Silva", email: "ana@contoso.example" },
  ...given,
})
const seat = (given: Partial<Seat> = {}): Seat => ({
  id: "seat",
  hierarchyId: "h1",
  hierarchyNumber: "HIE-000001",
  isPending: false,
  removal: null,
  ...given,
})
const all = new Set<MapKey>(mapKeys)
const judge = (kind: MergeKind, primary: MergeSide, loser: MergeSide, maps: ReadonlySet<MapKey> = all) =>
  refusalToMerge({ kind, primary, loser, maps }, worker())?.message ?? null

describe("who may merge", () => {
  const mayWork: StaffRole[] = ["seller", "sales_manager", "administrator"]
  test.each(kinds.flatMap((kind) => staffRoles.map((role) => ({ kind, role }))))("$kind as $role", ({ kind, role }) => {
    const refused = refusalToMerge({ kind, primary: side(), loser: other(), maps: all }, worker(role))
    expect(refused === null).toBe(mayWork.includes(role))
    if (refused)
      expect(refused).toMatchObject({ code: "forbidden", message: expect.stringContaining("Seller, Sales manager or Administrator can.") })
    expect(refusalToOfferMerge(kind, side(), worker(role)) === null).toBe(mayWork.includes(role))
  })

  test.each(kinds)("a seller merges own and unassigned %ss alone, and reads whose it is and who can", (kind) => {
    const hers = { ownerId: "maja", ownerName: "Maja Lindqvist" }
    const theirs = { ownerId: "tomas", ownerName: "Tomás Herrera" }
    const asSeller = (primary: MergeSide, loser: MergeSide) => refusalToMerge({ kind, primary, loser, maps: all }, worker("seller"))
    expect(asSeller(side(hers), other())).toBeNull()
    for (const refused of [asSeller(side(theirs), other(hers)), asSeller(side(hers), other(theirs))])
      expect(refused).toMatchObject({
        code: "forbidden",
        message: expect.stringMatching(/^Contoso (Ltd\.|GmbH): Tomás Herrera owns this .* Sales manager/),
      })
    expect(refusalToOfferMerge(kind, side(theirs), worker("seller"))?.code).toBe("forbidden")
  })
})

test.each(kinds)("a %s is not merged with itself", (kind) => {
  expect(judge(kind, side(), side())).toContain("the same one twice")
})

describe("states of two leads", () => {
  const states: LeadState[] = ["open", "qualified", "disqualified"]
  test.each(states.flatMap((one) => states.map((two) => ({ one, two }))))("$one and $two", ({ one, two }) => {
    const message = judge("lead", side({ state: one }), other({ state: two }))
    if (one === "open" && two === "open") return expect(message).toBeNull()
    const closed = one === "open" ? two : one
    expect(message).toContain("only open leads are merged")
    expect(message).toContain(closed === "qualified" ? "Its account and its contact are merged instead." : "Reactivate it first")
  })
})

test.each(["approved", "rejected", "withdrawn", "merged"] as const)("a lead whose request is %s in Commerce stays what it is", (status) => {
  const request = aRequest({ status })
  expect(judge("lead", side({ state: "open", request }), other({ state: "open" }))).toContain("Only pending requests are merged.")
  expect(judge("lead", side({ state: "open" }), other({ state: "open", request }))).toContain("Only pending requests are merged.")
})

test.each(kinds)("a %s waits until a decision can no longer be undone, and says until when", (kind) => {
  const undoable = { by: "Ana Silva", until: new Date("2026-11-30T14:02:03Z") }
  for (const message of [judge(kind, side({ undoable }), other()), judge(kind, side(), other({ undoable }))])
    expect(message).toContain("Ana Silva decided about Contoso")
  expect(judge(kind, side({ undoable }), other())).toContain("until 14:02:03 UTC. Merge it then.")
})

describe("maps that do not run", () => {
  const request = aRequest({ number: "PRO-000002" })
  const open = { state: "open" as const }
  const cases: { kind: MergeKind; what: string; primary: MergeSide; loser: MergeSide; needs: MapKey | null }[] = [
    { kind: "lead", what: "without requests", primary: side(open), loser: other(open), needs: null },
    { kind: "lead", what: "with a request of the primary's", primary: side({ ...open, request }), loser: other(open), needs: null },
    {
      kind: "lead",
      what: "with a request that is taken over",
      primary: side(open),
      loser: other({ ...open, request }),
      needs: "prospects_leads",
    },
    {
      kind: "lead",
      what: "with two requests",
      primary: side({ ...open, request }),
      loser: other({ ...open, request }),
      needs: "opportunities_prospects",
    },
    { kind: "account", what: "without a second customer", primary: side({ customer: customer() }), loser: other(), needs: null },
    {
      kind: "account",
      what: "with a second customer",
      primary: side(),
      loser: other({ customer: customer() }),
      needs: "accounts_customers",
    },
    {
      kind: "contact",
      what: "with a second customer",
      primary: side(),
      loser: other({ customer: customer() }),
      needs: "contacts_customers",
    },
  ]
  test.each(cases)("stop two $kind records $what: $needs", ({ kind, primary, loser, needs }) => {
    expect(judge(kind, primary, loser)).toBeNull()
    for (const map of mapKeys) {
      const message = judge(kind, primary, loser, new Set(mapKeys.filter((key) => key !== map)))
      if (map === needs) expect(message).toMatch(/does not run, so .* in Commerce cannot follow\. An Administrator can start it/)
      else expect(message).toBeNull()
    }
  })
})

describe("partners", () => {
  const partner = customer({ hierarchyNumber: "HIE-000001" })
  test("two of them stay two accounts; one may become part of a company that is none, either way", () => {
    expect(judge("account", side({ customer: partner }), other({ customer: partner }))).toContain("Both are partners")
    expect(judge("account", side({ customer: partner }), other({ customer: customer() }))).toBeNull()
    expect(judge("account", side({ customer: customer() }), other({ customer: partner }))).toBeNull()
  })

  const seated = (...seats: Seat[]) => customer({ seats })
  test("whoever signs in to the portal stays, and two who do are one where nothing is lost", () => {
    expect(judge("contact", side({ customer: seated(seat()) }), other({ customer: customer() }))).toBeNull()
    expect(judge("contact", side({ customer: customer() }), other({ customer: seated(seat()) }))).toContain("Swap the two")
    expect(judge("contact", side({ customer: seated(seat()) }), other({ customer: seated(seat({ hierarchyId: "h2" })) }))).toBeNull()
    expect(
      judge("contact", side({ customer: seated(seat()) }), other({ customer: seated(seat({ hierarchyId: "h2", isPending: true })) })),
    ).toContain("has not accepted the invitation")
    expect(judge("contact", side({ customer: seated(seat()) }), other({ customer: seated(seat()) }))).toBeNull()
    const removal = {
      code: "conflict" as const,
      message: "Anna Silva cannot be removed: this is the only Admin. Make another user Admin first.",
    }
    expect(judge("contact", side({ customer: seated(seat()) }), other({ customer: seated(seat({ removal })) }))).toContain("only Admin")
  })
})

describe("taking a merge apart", () => {
  const at = new Date("2026-11-01T10:00:00Z")
  const days = (count: number) => new Date(at.getTime() + count * 86_400_000)
  const merge: JudgedMerge = {
    kind: "lead",
    primaryLabel: "Contoso Ltd.",
    loserLabel: "Contoso GmbH",
    undoableUntil: days(unmergeDays),
    undoneAt: null,
    undoneBy: null,
  }
  const free = { ownerId: null, ownerName: null, state: "open" as const }
  const standing: Standing = { primary: free, later: null, adopted: null, approvedSince: null, undoable: null, stopped: null }
  const judged = (given: Partial<Standing> = {}, now = days(1), of: Partial<JudgedMerge> = {}, role: StaffRole = "sales_manager") =>
    refusalToUnmerge({ ...merge, ...of }, { ...standing, ...given }, worker(role), now)?.message ?? null

  test("is for thirty days, to the second", () => {
    expect(judged()).toBeNull()
    expect(judged({}, new Date(days(unmergeDays).getTime() - 1))).toBeNull()
    expect(judged({}, days(unmergeDays))).toContain("for 30 days, and they are over")
  })

  test.each(staffRoles)("is for those who may edit: %s", (role) => {
    expect(judged({}, days(1), {}, role) === null).toBe(["seller", "sales_manager", "administrator"].includes(role))
  })

  test("is refused, saying why and what to do", () => {
    expect(judged({}, days(1), { undoneAt: days(1), undoneBy: "Ana Silva" })).toBe("Ana Silva has unmerged this already.")
    expect(judged({ later: "Contoso Ltd. was merged into Fabrikam by Ana on 2 Nov." })).toContain("Unmerge that first.")
    expect(judged({ primary: null })).toContain("is not there any more")
    expect(judged({ primary: { ...free, ownerId: "tomas", ownerName: "Tomás Herrera" } }, days(1), {}, "seller")).toContain(
      "Tomás Herrera owns this",
    )
    expect(judged({ undoable: { by: "Ana Silva", until: days(2) } })).toContain("can undo that until")
    expect(judged({ approvedSince: "PRO-000001" })).toContain("Reopen its opportunity")
    expect(judged({ stopped: "accounts_customers" })).toContain("An Administrator can start it")
  })

  test.each(["open", "qualified", "disqualified"] as const)("where the primary took over the request, and is %s", (state) => {
    const message = judged({ adopted: "PRO-000001", primary: { ...free, state } })
    if (state === "open") expect(message).toBeNull()
    if (state === "qualified") expect(message).toContain("can no longer be parted")
    if (state === "disqualified") expect(message).toContain("Reactivate it first")
    expect(judged({ primary: { ...free, state } })).toBeNull()
  })
})
