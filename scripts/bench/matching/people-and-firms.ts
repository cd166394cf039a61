import type { MatchFacts } from "@/lib/sales/matching/match-keys"
import type { Dice } from "./dice"
import { inLatin, type Land, lands } from "./towns"

/** A company as it really is: everything that a form could be told of it. */
export type Firm = {
  land: Land
  /** Its own words, without the legal form. */
  name: string
  form: readonly string[]
  domain: string
  phone: string
  taxId: string
  street: string
  number: string
  town: string
  postal: string
}
export type Human = { firstName: string; lastName: string }

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[æÆ]/g, "ae")
    .replace(/ı/g, "i")
    .toLowerCase()

/** A name as it is written abroad, word by word, one way of several. */
export const abroad = (dice: Dice, name: string): string =>
  Object.entries(inLatin).reduce((so, [word, ways]) => (so.includes(word) ? so.replace(word, dice.one(ways)) : so), name)

export function aFirm(dice: Dice, land: Land = dice.one(lands)): Firm {
  const word = dice.one(land.words)
  // Two coined syllables keep most firms apart, as registers do.
  const coined = dice.falls(0.55) ? ` ${dice.one(syllables)}${dice.one(syllables).toLowerCase()}` : ""
  const name = `${word}${coined} ${dice.one(land.trades)}`
  const [town, postal] = dice.one(land.towns)
  const slug = plain(abroad(dice, word + coined))
    .replace(/[^a-z]+/g, "-")
    .replace(/^-|-$/g, "")
  return {
    ...{ land, name, form: dice.one(land.forms), town, postal, street: dice.one(land.streets), number: String(1 + dice.below(180)) },
    domain: `${slug}${dice.falls(0.3) ? `-${dice.below(90) + 10}` : ""}.${dice.falls(0.6) ? land.tld : "com"}`,
    phone: `+${land.code}${dice.digits(9)}`,
    taxId: land.tax(dice.digits(9)),
  }
}

const syllables = "Bel, Cor, Dan, Fen, Gal, Hal, Kor, Lin, Mar, Nor, Pal, Ros, Sol, Tor, Val, Vin, Zen, Ard, Ost, Rim".split(", ")

export const aHuman = (dice: Dice, land: Land): Human => ({ firstName: dice.one(land.first), lastName: dice.one(land.last) })

/** An address at the firm's own domain, in one of the ways in which firms make them. */
export function workEmail(dice: Dice, { firstName, lastName }: Human, domain: string): string {
  const [first, last] = [plain(abroad(dice, firstName)), plain(abroad(dice, lastName))].map((name) => name.replace(/[^a-z]/g, "")) as [
    string,
    string,
  ]
  return `${dice.one([`${first}.${last}`, `${first[0]}.${last}`, `${first}`, `${last}`, `${first[0]}${last}`])}@${domain}`
}

/** An address at a mail service that many use. */
export function homeEmail(dice: Dice, { firstName, lastName }: Human, land: Land): string {
  const [first, last] = [plain(abroad(dice, firstName)), plain(abroad(dice, lastName))].map((name) => name.replace(/[^a-z]/g, "")) as [
    string,
    string,
  ]
  return `${dice.one([`${first}.${last}`, `${first}${last}`, `${first}.${last}${dice.below(90) + 10}`, `${last}${dice.below(900) + 100}`])}@${dice.one(land.mails)}`
}

/** How full a form is filled in: people leave out what is not asked for. */
const filled = { website: 0.7, phone: 0.85, taxId: 0.35, street: 0.75 }

/** What one person writes of a firm, with the firm's name and form as given. */
export function told(dice: Dice, firm: Firm, human: Human | null, email: string | null, name = `${firm.name} ${firm.form[0]}`): MatchFacts {
  const { land, domain, phone, taxId, street, number, postal } = firm
  const has = (part: keyof typeof filled) => dice.falls(filled[part])
  const isAddressed = has("street")
  return {
    companyName: name,
    firstName: human?.firstName ?? null,
    lastName: human?.lastName ?? null,
    email,
    phone: has("phone") ? phone : null,
    website: has("website") ? dice.one([`https://${domain}`, `https://www.${domain}/`, `http://${domain}/about`]) : null,
    taxId: has("taxId") ? taxId : null,
    country: land.country,
    street: isAddressed ? dice.one([`${street} ${number}`, `${street}, ${number}`, `${number} ${street}`]) : null,
    postalCode: isAddressed ? postal : null,
  }
}

const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

/** A slip of the hand: a letter left out, doubled, swapped with the next, or its neighbour on the keyboard. */
export function slip(dice: Dice, text: string): string {
  const at = 1 + dice.below(Math.max(1, text.length - 2))
  const letter = text[at] ?? ""
  const row = keyboard.find((keys) => keys.includes(letter.toLowerCase()))
  const beside = row?.[Math.max(0, row.indexOf(letter.toLowerCase()) - 1)] ?? letter
  return dice.one([
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + letter + text.slice(at),
    text.slice(0, at) + (text[at + 1] ?? "") + letter + text.slice(at + 2),
    text.slice(0, at) + beside + text.slice(at + 1),
  ])
}
