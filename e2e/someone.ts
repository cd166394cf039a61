import type { Page } from "@playwright/test"

export type Applicant = { firstName: string; lastName: string; person: string; company: string; email: string }

const letters = "bcdfghjklmnpqrstvwxz"
const word = () => Array.from({ length: 7 }, () => letters[Math.floor(Math.random() * letters.length)]).join("")
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A person and a company with names, an address and a domain that no other test knows. */
export function someone(): Applicant {
  const [name, house] = [word(), word()]
  const [firstName, lastName] = ["Ana", capital(name)]
  const company = `${capital(house)} Náutica, Lda.`
  return { firstName, lastName, person: `${firstName} ${lastName}`, company, email: `ana.${name}@${house}.example` }
}

/** Seven digits that are this applicant's own: whoever shares a phone or a house with others may be taken for them. */
const digitsOf = ({ email }: Applicant) =>
  [...(email.split("@")[0] ?? "")]
    .filter((letter) => letters.includes(letter))
    .map((letter) => letters.indexOf(letter) % 10)
    .slice(-7)
    .join("")
    .padStart(7, "7")

/** Fills the public form, whole, up to its button. */
export async function fillRequest(page: Page, applicant: Applicant): Promise<void> {
  const { firstName, lastName, company, email } = applicant
  const digits = digitsOf(applicant)
  await page.getByLabel("First name").fill(firstName)
  await page.getByLabel("Last name").fill(lastName)
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Phone").fill(`+351 91 ${digits}`)
  await page.getByLabel("Company name").fill(company)
  await page.getByLabel("Country/region").selectOption({ label: "Portugal" })
  await page.getByLabel("Street", { exact: true }).fill(`Rua do Porto de Pesca ${digits}`)
  await page.getByLabel("City").fill("Setúbal")
  await page.getByLabel("Postal code").or(page.getByLabel("ZIP/postal code")).fill("2900-213")
  await page.getByLabel("Comments").fill("We supply yacht yards and order every month.")
  await page.getByLabel("I agree to the terms and conditions").check()
}
