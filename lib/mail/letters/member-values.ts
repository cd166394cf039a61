import { cleanLine } from "@/lib/platform/clean-text"
import type { LetterValues } from "../marks/fill"

/** What is read of a user of a partner for the letters to them. */
export const selectMember = {
  customer: { select: { name: true, firstName: true, lastName: true, email: true } },
  hierarchy: { select: { name: true } },
} as const

type Member = {
  customer: { name: string; firstName: string | null; lastName: string | null; email: string | null }
  hierarchy: { name: string }
}

/** What the placeholders stand for that every letter to a user may name. */
export const memberValues = ({ customer, hierarchy }: Member): LetterValues => ({
  firstname: cleanLine(customer.firstName ?? customer.name),
  lastname: cleanLine(customer.lastName ?? ""),
  email: customer.email ?? "",
  company: cleanLine(hierarchy.name),
})
