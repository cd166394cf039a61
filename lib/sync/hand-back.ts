import type { CustomerType } from "@/lib/commerce/customers/rules"
import type { FieldText } from "@/lib/platform/editable"
import type { Mapping } from "./conversion/mapping"

/** Which counterpart a customer of a type has in Sales, and the map that writes it. */
export const counterparts = {
  organization: { kind: "account", map: "accounts_customers" },
  person: { kind: "contact", map: "contacts_customers" },
} as const

/**
 * What of a customer's values its account or contact takes over: the fields that the mapping takes from there, the other way round. What
 * only Commerce knows stays there.
 */
export function handedBack(mapping: Mapping, type: CustomerType, values: Readonly<Record<string, FieldText>>): Record<string, FieldText> {
  const prefix = `${counterparts[type].kind}.`
  const sources = new Map(Object.entries(mapping.parts[type]))
  const taken = Object.entries(values).flatMap(([field, value]): [string, FieldText][] => {
    const source = sources.get(field)
    return source && "from" in source && source.from.startsWith(prefix) ? [[source.from.slice(prefix.length), value]] : []
  })
  return Object.fromEntries(taken)
}
