const lookalikeAt = /[\uFF20\uFE6B]/
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domainLabel = /^[\p{L}\p{N}\p{M}]([\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?$/u

export const emailMaxLength = 100

/** What is wrong with an email address, as a sentence that says what to do, or null for one plain address. */
export function emailProblem(typed: string): string | null {
  if (lookalikeAt.test(typed)) return "The @ in the email is a look-alike sign. Type it anew."
  const email = typed.normalize("NFKC").trim()
  if ([...email].length > emailMaxLength) return `The email has ${[...email].length} characters. Use at most ${emailMaxLength}.`
  if (/[,;]/.test(email)) return "Enter one email only"
  if (/\s/u.test(email)) return "The email has a space in it. Enter it without spaces."
  const [local = "", domain = "", ...more] = email.split("@")
  if (more.length > 0) return "The email has more than one @. It has one, as in name@company.com."
  if (!email.includes("@")) return "The email needs an @, as in name@company.com"
  if (local === "") return "The email needs a name before the @, as in name@company.com"
  if (domain === "") return "The email needs a domain after the @, as in name@company.com"
  if (local.length > 64 || !localPart.test(local))
    return "The email has a sign before the @ that we cannot use. Enter it as name@company.com."
  return domainProblem(domain)
}

/** The address by which people are told apart: lower case, the domain in ASCII (xn--…). Call it only where {@link emailProblem} is null. */
export function canonicalEmail(typed: string): string {
  const [local = "", domain = ""] = typed.normalize("NFKC").trim().split("@")
  return `${local.toLowerCase()}@${asciiDomain(domain) ?? domain.toLowerCase()}`
}

function domainProblem(domain: string): string | null {
  const malformed = "Check the part of the email after the @, as in name@company.com"
  const labels = domain.split(".")
  if (labels.length < 2 || labels.at(-1) === "") return "The email needs an ending, such as .com"
  if (!labels.every((label) => domainLabel.test(label))) return malformed
  const ascii = asciiDomain(domain)
  if (ascii === null || ascii.length > 253 || ascii.split(".").some((label) => label.length > 63)) return malformed
  return /\.([a-z]{2,}|xn--[a-z0-9-]+)$/.test(ascii) ? null : "The email needs an ending, such as .com"
}

function asciiDomain(domain: string): string | null {
  return URL.parse(`http://${domain}/`)?.hostname ?? null
}
