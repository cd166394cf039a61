import { describe, expect, test } from "vitest"
import type { MergeSide } from "./merge-rules"
import { refusalToTell, tellingOf } from "./merge-telling"

type Side = Pick<MergeSide, "label" | "request">
const request = { id: "r1", number: "PRO-000001", status: "pending" as const, name: "Ana Silva", email: "ana@contoso.example" }
const primary: Side = { label: "Contoso Ltd.", request }
const loser = (given: Partial<typeof request> = {}): Side => ({
  label: "Contoso Limited",
  request: { ...request, id: "r2", number: "PRO-000002", ...given },
})

describe("whether the applicant of the request that ends is told", () => {
  test.each([
    [
      "another address",
      { email: "rui@contoso.example", name: "Rui Costa" },
      true,
      "PRO-000002 came from another address, rui@contoso.example.",
    ],
    ["the same person at another address", { email: "a.silva@contoso.example" }, true, "another address, a.silva@contoso.example."],
    ["another person at the same address", { name: "Rui Costa" }, true, "from the same address in the name of Rui Costa."],
    ["the same person", {}, false, "Ana Silva sent both from ana@contoso.example"],
    ["the same person, written otherwise", { name: "ANA SILVA" }, false, "ANA SILVA sent both"],
  ])("%s", (_, given, isUsual, why) => {
    expect(tellingOf(primary, loser(given))).toMatchObject({ isUsual, why: expect.stringContaining(why) })
    expect(refusalToTell(primary, loser(given))).toBeNull()
  })

  test.each([
    ["no request ends, since the other lead takes it over", { ...primary, request: null }, loser(), "PRO-000002 goes on as it is"],
    ["there is no request", primary, { label: "Contoso Limited", request: null }, "Contoso Limited has no request"],
    ["neither has one", { ...primary, request: null }, { label: "Contoso Limited", request: null }, "has no request"],
  ])("%s: nobody is", (_, one, other, why) => {
    expect(tellingOf(one, other)).toBeNull()
    expect(refusalToTell(one, other)).toMatchObject({ code: "conflict", message: expect.stringContaining(why) })
  })
})
