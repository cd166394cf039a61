import { parse } from "tldts"
import { heard, latin } from "./latin"
import { joiningWords, legalForms, legalPhrases } from "./legal-forms"
import { dotlessServices, sameService, sharedDomains } from "./shared-domains"

/** What is known of a company, a person or both, as a record or a row of a file says it. */
export type MatchFacts = {
  companyName: string | null
  firstName: string | null
  lastName: string | null
  email: string | null
  phone: string | null
  website: string | null
  taxId: string | null
  country: string | null
  street: string | null
  postalCode: string | null
}

/** The same as it is compared. Each is null, or empty, where the record does not tell. */
export type MatchKeys = {
  /** The company's words as they are heard, without legal form: "konto marine". */
  nameKey: string
  /** The person's names as they are heard, in the order of the alphabet: "ana silva". */
  personKey: string
  /** The mailbox: without +tag, without dots where its service ignores them. */
  email: string | null
  /** The registrable domains of the website and of the email, unless others share them. */
  siteDomain: string | null
  mailDomain: string | null
  /** Digits with the country code, without extension. */
  phone: string | null
  /** Capitals and digits, without the country's letters. */
  taxId: string | null
  country: string | null
  postal: string | null
  /** Postal code and street number. */
  place: string | null
}

/** What a house adds to what everybody knows: domains that many share, legal forms. */
export type OwnLists = { sharedDomains: readonly string[]; legalForms: readonly string[] }
export const noLists: OwnLists = { sharedDomains: [], legalForms: [] }

/** How many last digits of a phone number tell it, whatever stands before them. */
export const telling = 8

export function matchKeys(facts: MatchFacts, lists: OwnLists = noLists): MatchKeys {
  const email = mailbox(facts.email)
  const at = email?.slice(email.indexOf("@") + 1) ?? null
  const isShared = (domain: string) => sharedDomains.has(domain) || lists.sharedDomains.includes(domain)
  const registrable = (host: string | null) => {
    const domain = host ? parse(host, { allowPrivateDomains: true }).domain : null
    return domain && !isShared(domain) ? domain : null
  }
  const digits = (facts.phone ?? "").replace(/;ext=.*$/, "").replace(/\D/g, "")
  const postal = compact(facts.postalCode)
  const number = streetNumber(facts.street)
  return {
    nameKey: facts.companyName ? companyKey(facts.companyName, lists.legalForms) : "",
    personKey: personKey(facts.firstName, facts.lastName),
    email,
    siteDomain: registrable(facts.website),
    mailDomain: registrable(at),
    phone: digits.length >= telling ? digits : null,
    taxId: taxKey(facts.taxId, facts.country),
    country: facts.country || null,
    postal,
    place: postal && number ? `${postal} ${number}` : null,
  }
}

/** A company's name as it is heard: in Latin letters, without legal form and joining words. Never empty for a name that has letters or digits. */
export function companyKey(name: string, ownForms: readonly string[] = []): string {
  const own = new Set(ownForms.map((form) => words(form).join("")))
  const plain = legalPhrases.reduce((so, phrase) => so.replace(phrase, " "), ` ${words(name).join(" ")} `)
  const all = joinedLetters(plain.trim().split(" ").filter(Boolean))
  const companys = all.filter((word) => !legalForms.has(word) && !own.has(word))
  const told = companys.filter((word) => !joiningWords.has(word))
  const [first = []] = [told, companys, all].filter((some) => some.length > 0)
  return (first.length > 0 ? first : words(name)).map(heard).join(" ")
}

/** A person's names as they are heard, in the order of the alphabet, so that "Silva, Ana" is "Ana Silva". */
export function personKey(firstName: string | null, lastName: string | null): string {
  return words(`${firstName ?? ""} ${lastName ?? ""}`)
    .filter((word) => word.length > 1 && !titles.has(word))
    .map(heard)
    .sort()
    .join(" ")
}

const titles = new Set("mr mrs ms dr prof ing eng herr frau sr sra dipl mag".split(" "))

const words = (text: string): string[] =>
  latin(text)
    .replace(/(?<=\p{L})['’`](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ")
    .filter(Boolean)

/** Letters that stand alone one after the other are one word: "S A", "A/S". */
function joinedLetters(all: readonly string[]): string[] {
  const joined: string[] = []
  let isOpen = false
  for (const word of all) {
    const isLetter = word.length === 1 && /\p{L}/u.test(word)
    const last = joined.at(-1)
    if (isLetter && isOpen && last !== undefined) joined[joined.length - 1] = last + word
    else joined.push(word)
    isOpen = isLetter
  }
  return joined
}

/** A mailbox by which people are told apart. Null for what is no address. */
export function mailbox(email: string | null): string | null {
  const [local = "", host = "", ...more] = (email ?? "").normalize("NFKC").trim().toLowerCase().split("@")
  if (local === "" || host === "" || more.length > 0) return null
  const ascii = URL.parse(`http://${host}/`)?.hostname ?? host
  const domain = sameService[ascii] ?? ascii
  const [name = ""] = local.split("+")
  return `${(dotlessServices.has(domain) ? name.replaceAll(".", "") : name) || local}@${domain}`
}

const compact = (text: string | null): string | null =>
  latin(text ?? "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "") || null

/** The number of a house: of the first part of the street that has one, its first where the part begins with it ("114 Main Street"), else its last ("Rua 25 de Abril 14 A" → "14A"). */
function streetNumber(street: string | null): string | null {
  for (const part of latin(street ?? "").split(",")) {
    const numbers = [...part.matchAll(/(?<![\p{L}\p{N}])(\d{1,5})(?: ?([a-z]))?(?![\p{L}\p{N}])/gu)]
    const found = /^\s*\d/.test(part) ? numbers[0] : numbers.at(-1)
    if (found) return `${found[1]}${(found[2] ?? "").toUpperCase()}`
  }
  return null
}

/** Where a tax ID carries other letters than the country's. */
const otherLetters: Readonly<Record<string, readonly string[]>> = { GR: ["EL"], GB: ["XI"] }

function taxKey(taxId: string | null, country: string | null): string | null {
  const key = compact(taxId)
  if (!key || key.length < 4) return null
  const front = [country ?? "", ...(otherLetters[country ?? ""] ?? [])].find((some) => some !== "" && key.startsWith(some))
  return front ? key.slice(front.length) : key
}
