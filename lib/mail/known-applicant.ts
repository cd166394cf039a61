import { cleanLine } from "@/lib/platform/clean-text"
import type { LetterValues } from "./marks/fill"

/** What is read of a request for the letters about it. */
export const selectApplicant = {
  number: true,
  firstName: true,
  lastName: true,
  companyName: true,
  email: true,
  postalCode: true,
  comments: true,
} as const

type Applicant = {
  number: string
  firstName: string
  lastName: string
  companyName: string
  email: string
  postalCode: string | null
  comments: string | null
}

/** What the placeholders stand for that every letter about a request may name. */
export function applicantValues({ number, firstName, lastName, companyName, email, postalCode, comments }: Applicant): LetterValues {
  return {
    firstname: cleanLine(firstName),
    lastname: cleanLine(lastName),
    company: cleanLine(companyName),
    email,
    zipcode: postalCode ?? "",
    comments: comments ?? "",
    reference: number,
  }
}
