import type { Refusal } from "@/lib/platform/errors"
import type { CustomerStatus, CustomerType, ProspectStatus } from "@/prisma/generated/enums"

/** An organization that is to head a hierarchy, as far as the rules care. */
export type JudgedHead = {
  name: string
  number: string
  type: CustomerType
  status: CustomerStatus
  /** The hierarchy that it heads already. */
  heads: string | null
  /** The hierarchy of whose tree it is an outlet. */
  outletOf: string | null
}

const conflict = (message: string): Refusal => ({ code: "conflict", message })

export const outletElsewhere = (name: string, hierarchy: string): string =>
  `${name} is an outlet in ${hierarchy}. Remove it from that tree first.`

/** A hierarchy by hand is for customers that are Active; to who is on the way to approval, approval gives one. */
export function refusalToHead({ name, number, type, status, heads, outletOf }: JudgedHead): Refusal | null {
  if (type !== "organization") return conflict(`${name} is a Person. An organization heads a hierarchy.`)
  if (heads) return conflict(`${name} has customer hierarchy ${heads} already.`)
  if (outletOf) return conflict(outletElsewhere(name, outletOf))
  if (status === "provisional") return conflict(`${number} is Provisional: approving its prospect creates the hierarchy.`)
  if (status === "archived") return conflict(`${number} is Archived.`)
  return null
}

/** Why nobody can be the first Admin; null where somebody can. */
export const refusalWithoutPeople = (name: string, people: number): Refusal | null =>
  people > 0
    ? null
    : conflict(`${name} has no Person customer with an email who could be its Admin. Add a contact of its account in Sales first.`)

/** Approved means a hierarchy that runs, so a hierarchy that an approved prospect has stays; one that others had keeps their history. */
export function refusalToDelete(hierarchy: {
  number: string
  prospects: readonly { number: string; status: ProspectStatus }[]
}): Refusal | null {
  const [prospect] = [...hierarchy.prospects].sort((one, other) => Number(other.status === "approved") - Number(one.status === "approved"))
  if (!prospect) return null
  return prospect.status === "approved"
    ? conflict(`${prospect.number} is Approved, and Approved means a hierarchy. Reopen that decision first.`)
    : conflict(`${prospect.number} still refers to ${hierarchy.number}.`)
}
