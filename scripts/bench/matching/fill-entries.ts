import { once } from "node:events"
import type pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import { phoneTail } from "@/lib/sales/matching/keep-entries"
import { matchKeys } from "@/lib/sales/matching/match-keys"
import type { MatchKind } from "@/lib/sales/matching/score-pair"
import { Dice } from "./dice"
import { aFirm, aHuman, type Firm, told, workEmail } from "./people-and-firms"

const columns =
  "id, kind, is_open, name_key, person_key, email, site_domain, mail_domain, phone, phone_tail, tax_id, country, postal, place"
const onsets = "b br c cl d dr f fr g gr h k kr l m n p pl r s st t tr v z".split(" ")
const codas = ["", "", "", "", "l", "n", "r", "s", "nt", "rd", "x", "m"]
const syllable = (dice: Dice) => dice.one(onsets) + dice.one(["a", "e", "i", "o", "u", "a", "e", "o"]) + dice.one(codas)

/** The firm of a number, always the same: among a million hardly two are called alike, as in a register. */
export function firmOf(n: number): Firm {
  const dice = new Dice(n * 2_654_435_761)
  const firm = aFirm(dice)
  const coined = Array.from({ length: 2 + dice.below(2) }, () => syllable(dice)).join("")
  const trade = dice.one(firm.land.trades)
  const name = dice.falls(0.4) ? `${dice.one(firm.land.words)} ${coined} ${trade}` : `${coined} ${trade}`
  return { ...firm, name, domain: `${coined}${n % 97}.${firm.land.tld}` }
}

/** The id of an entry by its number. */
export const idOf = (kind: MatchKind, n: number) => {
  const hex = n.toString(16).padStart(12, "0")
  return `0190000${{ lead: 1, account: 2, contact: 3 }[kind]}-0000-7000-8000-${hex}`
}

const cell = (value: string | boolean | null) => (value === null ? "\\N" : String(value).replace(/[\\\t\n]/g, " "))

function lineOf(kind: MatchKind, n: number): string {
  const firm = firmOf(kind === "lead" ? n + 50_000_000 : n)
  const dice = new Dice(n + 7)
  const human = aHuman(dice, firm.land)
  const facts = told(dice, firm, kind === "account" ? null : human, kind === "account" ? null : workEmail(dice, human, firm.domain))
  const keys = matchKeys(facts)
  const { nameKey, personKey, email, siteDomain, mailDomain, phone, taxId, country, postal, place } = keys
  return [
    idOf(kind, n),
    kind,
    true,
    nameKey,
    personKey,
    email,
    siteDomain,
    mailDomain,
    phone,
    phoneTail(phone),
    taxId,
    country,
    postal,
    place,
  ]
    .map(cell)
    .join("\t")
}

/** Fills the entries of so many leads, accounts and contacts each. */
export async function fillEntries(client: pg.Client, count: number, onStep: (name: string) => void): Promise<void> {
  for (const kind of ["account", "lead", "contact"] as const) {
    onStep(`${kind}s`)
    const stream = client.query(copyFrom(`copy sales.match_entry (${columns}) from stdin`))
    for (let n = 1; n <= count; n += 500) {
      const lines = Array.from({ length: Math.min(500, count - n + 1) }, (_, at) => `${lineOf(kind, n + at)}\n`)
      if (!stream.write(lines.join(""))) await once(stream, "drain")
    }
    stream.end()
    await once(stream, "finish")
  }
}
