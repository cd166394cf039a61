import { expect, test } from "vitest"
import { type CreditRequestState, refusalToAsk, refusalToEnd, requestStates } from "./rules"

const free = { waiting: null, limit: null, currency: "EUR" }

test("an organization asks for more than it has, once at a time", () => {
  expect(refusalToAsk(1, free)).toBeNull()
  expect(refusalToAsk(100_001, { ...free, limit: 100_000 })).toBeNull()
  expect(refusalToAsk(100_000, { ...free, limit: 100_000 })?.message).toBe("Your limit is € 1,000 already. Ask for more than that.")
  expect(refusalToAsk(5, { ...free, waiting: { askedByName: "Ana Silva" } })?.message).toContain("Ana Silva asked for credit already")
})

test.each(Object.keys(requestStates) as CreditRequestState[])("a request that is %s ends once", (state) => {
  const refusal = refusalToEnd({ state, answeredByName: "Henrik Aalto" })
  expect(refusal?.message ?? null).toBe(
    state === "asked" ? null : `Henrik Aalto was faster: this request is ${requestStates[state].toLowerCase()}.`,
  )
})
