import type { Refusal } from "@/lib/platform/errors"
import { type JudgedHead, outletElsewhere } from "../hierarchies/create-rules"

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** An outlet is an Active organization that heads no hierarchy and stands in no tree. */
export function refusalToBeOutlet({ name, number, type, status, heads, outletOf }: JudgedHead): Refusal | null {
  if (type !== "organization") return conflict(`${name} is a Person. An outlet is an organization.`)
  if (heads) return conflict(`${name} has customer hierarchy ${heads} of its own.`)
  if (outletOf) return conflict(outletElsewhere(name, outletOf))
  return status === "active"
    ? null
    : conflict(`${number} is ${status === "archived" ? "Archived" : "Provisional"}. An outlet is an Active customer.`)
}
