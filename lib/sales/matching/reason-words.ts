import type { Reason } from "./score-pair"

const same = {
  taxId: "Same tax ID",
  email: "Same email",
  domain: "Same domain",
  name: "Same name",
  person: "Same person’s name",
  phone: "Same phone",
  address: "Same address",
} as const
const differs = {
  taxId: "Tax ID differs",
  email: "Email differs",
  domain: "Domain differs",
  name: "Name differs",
  person: "Person’s name differs",
  phone: "Phone differs",
  address: "Address differs",
} as const

/** A reason as people read it: "Same domain contoso.com", "Name 0.91 alike", "Phone differs". */
export function reasonWords({ signal, says, value, alike }: Reason): string {
  if (says === "same") return value ? `${same[signal]} ${value}` : same[signal]
  if (says === "differs") {
    if (signal === "address" && value) return `Country differs: ${value}`
    return signal === "name" || signal === "person" ? `${differs[signal]}, ${alike.toFixed(2)} alike` : differs[signal]
  }
  switch (signal) {
    case "domain":
      return `Domains alike: ${value}`
    case "phone":
      return `Same last digits of the phone, ${value}`
    case "address":
      return `Same postal code ${value}`
    default:
      return `${signal === "person" ? "Person’s name" : "Name"} ${alike.toFixed(2)} alike`
  }
}
