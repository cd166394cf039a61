import type { HistoryField } from "@/lib/platform/history"
import type { CodeWords } from "./editables"
import { customerFieldKeys, customerFields } from "./fields"

/** Every field that the History of a customer can hold: those of the catalogue, and what stands in rows of its own. */
export function customerHistoryFields(codes: CodeWords): Record<string, HistoryField> {
  const fields = customerFieldKeys.map((key): [string, HistoryField] => {
    const { label, kind, words, codes: list } = customerFields[key]
    return [key, { label, kind, words: list ? codes[list] : words }]
  })
  return {
    ...Object.fromEntries(fields),
    addresses: { label: "Addresses", kind: "text" },
    contactInfos: { label: "Contact information", kind: "text" },
    creditCurrency: { label: "Currency of its credit", kind: "text" },
    registrations: { label: "Registration numbers", kind: "text" },
  }
}
