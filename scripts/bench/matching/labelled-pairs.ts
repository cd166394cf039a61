import type { MatchFacts } from "@/lib/sales/matching/match-keys"
import type { MatchKind } from "@/lib/sales/matching/score-pair"
import { Dice } from "./dice"
import { abroad, aFirm, aHuman, type Firm, homeEmail, slip, told, workEmail } from "./people-and-firms"
import { lands } from "./towns"

/** Two records, and whether they are the same: one company, or where one is a contact, one person. `half` says whether the engine may be tuned by it. */
export type LabelledPair = {
  story: string
  isSame: boolean
  half: "training" | "test"
  one: MatchFacts & { kind: MatchKind }
  other: MatchFacts & { kind: MatchKind }
}

type Side = MatchFacts
type Story = { isSame: boolean; kinds: readonly (readonly [MatchKind, MatchKind])[]; tell: (dice: Dice) => [Side, Side] }

const companies = [
  ["lead", "lead"],
  ["lead", "account"],
  ["account", "account"],
] as const
const requests = [
  ["lead", "lead"],
  ["lead", "account"],
] as const
const people = [
  ["lead", "contact"],
  ["contact", "contact"],
] as const

const restated = (dice: Dice, firm: Firm) => `${firm.name}${dice.falls(0.7) ? ` ${dice.one(firm.form)}` : ""}`
const anEmail = (dice: Dice, firm: Firm, human = aHuman(dice, firm.land)) =>
  dice.falls(0.85) ? workEmail(dice, human, firm.domain) : homeEmail(dice, human, firm.land)
const moved = (dice: Dice, firm: Firm): Firm => {
  const [town, postal] = dice.one(firm.land.towns.filter(([other]) => other !== firm.town))
  return { ...firm, town, postal, street: dice.one(firm.land.streets), number: String(1 + dice.below(180)) }
}
const otherFirm = (dice: Dice, firm: Firm, changes: Partial<Firm>): Firm => ({ ...aFirm(dice, firm.land), ...changes })

const stories: Record<string, Story> = {
  "written again by a colleague": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const [one, other] = [aHuman(dice, firm.land), aHuman(dice, firm.land)]
      return [told(dice, firm, one, anEmail(dice, firm, one)), told(dice, firm, other, anEmail(dice, firm, other), restated(dice, firm))]
    },
  },
  "typed with slips": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const human = aHuman(dice, firm.land)
      const name = slip(dice, dice.falls(0.4) ? slip(dice, firm.name) : firm.name)
      return [
        told(dice, firm, human, anEmail(dice, firm, human)),
        told(dice, firm, human, anEmail(dice, firm, human), `${name} ${dice.one(firm.form)}`),
      ]
    },
  },
  "written in another alphabet or spelling": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice, dice.one(lands.filter(({ country }) => ["RU", "GR", "DE", "DK", "TR"].includes(country))))
      const human = aHuman(dice, firm.land)
      const there = { firstName: abroad(dice, human.firstName), lastName: abroad(dice, human.lastName) }
      const hasNewDomain = dice.falls(0.4)
      const seen = hasNewDomain
        ? { ...firm, domain: `${firm.domain.split(".")[0]}-export.com`, phone: `+${firm.land.code}${dice.digits(9)}` }
        : firm
      return [
        told(dice, firm, human, anEmail(dice, firm, human)),
        told(dice, seen, there, anEmail(dice, seen, human), abroad(dice, `${firm.name} ${dice.one(firm.form)}`)),
      ]
    },
  },
  "at shared mail services": {
    ...{ isSame: true, kinds: requests },
    tell: (dice) => {
      const firm = aFirm(dice)
      const [one, other] = [aHuman(dice, firm.land), aHuman(dice, firm.land)]
      const mine = { ...told(dice, firm, one, homeEmail(dice, one, firm.land)), website: null }
      const theirs = { ...told(dice, firm, other, homeEmail(dice, other, firm.land), restated(dice, firm)), website: null }
      return [mine, theirs]
    },
  },
  "moved to another address": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const there = moved(dice, firm)
      const phone = dice.falls(0.5) ? firm.phone : `+${firm.land.code}${dice.digits(9)}`
      return [told(dice, firm, null, anEmail(dice, firm)), told(dice, { ...there, phone }, null, anEmail(dice, firm), restated(dice, firm))]
    },
  },
  "changed its name": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const name = `${aFirm(dice, firm.land).name} ${firm.form[0]}`
      const [mine, theirs] = [told(dice, firm, null, anEmail(dice, firm)), told(dice, firm, null, anEmail(dice, firm), name)]
      return [
        { ...mine, taxId: firm.taxId },
        { ...theirs, taxId: firm.taxId },
      ]
    },
  },
  "under a short or a trading name": {
    ...{ isSame: true, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const words = firm.name.split(" ")
      const short = dice.one([
        words.slice(0, -1).join(" "),
        words.map((word) => word[0]).join(""),
        `${words[0]} Group`,
        [...words].reverse().join(" "),
      ])
      return [
        told(dice, firm, aHuman(dice, firm.land), anEmail(dice, firm)),
        told(dice, firm, aHuman(dice, firm.land), anEmail(dice, firm), short),
      ]
    },
  },
  "same person again": {
    ...{ isSame: true, kinds: people },
    tell: (dice) => {
      const firm = aFirm(dice)
      const human = aHuman(dice, firm.land)
      const again = dice.falls(0.3)
        ? { ...human, firstName: slip(dice, human.firstName) }
        : dice.falls(0.3)
          ? { firstName: abroad(dice, human.firstName), lastName: abroad(dice, human.lastName) }
          : human
      const email = anEmail(dice, firm, human)
      const second = dice.falls(0.6) ? email.replace("@", dice.falls(0.2) ? "+partner@" : "@") : anEmail(dice, firm, human)
      return [told(dice, firm, human, email), told(dice, firm, again, second, restated(dice, firm))]
    },
  },
  "married, with another surname": {
    ...{ isSame: true, kinds: people },
    tell: (dice) => {
      const firm = aFirm(dice)
      const before = aHuman(dice, firm.land)
      const after = { ...before, lastName: dice.falls(0.4) ? `${before.lastName} ${dice.one(firm.land.last)}` : dice.one(firm.land.last) }
      const email = workEmail(dice, before, firm.domain)
      return [told(dice, firm, before, email), told(dice, firm, after, dice.falls(0.5) ? email : workEmail(dice, after, firm.domain))]
    },
  },
  "sister company in another country": {
    ...{ isSame: false, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const there = aFirm(dice, dice.one(lands.filter(({ country }) => country !== firm.land.country)))
      const [word = ""] = abroad(dice, firm.name).split(" ")
      const sister = {
        ...there,
        name: dice.one([firm.name, `${word} ${there.land.country}`, `${word} ${dice.one(there.land.trades)}`]),
        domain: dice.falls(0.6) ? firm.domain : `${firm.domain.split(".")[0]}.${there.land.tld}`,
      }
      return [told(dice, firm, null, anEmail(dice, firm)), told(dice, sister, null, anEmail(dice, sister))]
    },
  },
  "subsidiary or branch with its own tax ID": {
    ...{ isSame: false, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const branch = otherFirm(dice, firm, {
        name: `${firm.name} ${dice.one(firm.land.towns)[0]}`,
        domain: dice.falls(0.5) ? firm.domain : `${dice.one(["lab", "net", "pro"])}-${firm.domain}`,
      })
      return [
        { ...told(dice, firm, null, anEmail(dice, firm)), taxId: firm.taxId },
        { ...told(dice, branch, null, anEmail(dice, branch)), taxId: branch.taxId },
      ]
    },
  },
  "look-alike name": {
    ...{ isSame: false, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const words = firm.name.split(" ")
      const name = dice.one([
        firm.name,
        [slip(dice, slip(dice, words[0] ?? "")), ...words.slice(1)].join(" "),
        [words[0], dice.one(firm.land.trades)].join(" "),
        [dice.one(firm.land.words), words.at(-1)].join(" "),
      ])
      const other = otherFirm(dice, firm, { name })
      const stranger = aHuman(dice, firm.land)
      return [told(dice, firm, aHuman(dice, firm.land), anEmail(dice, firm)), told(dice, other, stranger, anEmail(dice, other, stranger))]
    },
  },
  "same person, other firm": {
    ...{ isSame: false, kinds: requests },
    tell: (dice) => {
      const firm = aFirm(dice)
      const other = aFirm(dice, firm.land)
      const human = aHuman(dice, firm.land)
      const mobile = dice.falls(0.3) ? firm.phone : other.phone
      return [
        told(dice, firm, human, workEmail(dice, human, firm.domain)),
        told(dice, { ...other, phone: mobile }, human, workEmail(dice, human, other.domain)),
      ]
    },
  },
  "neighbours in one business park": {
    ...{ isSame: false, kinds: companies },
    tell: (dice) => {
      const firm = aFirm(dice)
      const { street, number, town, postal } = firm
      const phone = dice.falls(0.25) ? firm.phone : `+${firm.land.code}${dice.digits(9)}`
      const other = otherFirm(dice, firm, { street, number, town, postal, phone })
      return [told(dice, firm, null, anEmail(dice, firm)), told(dice, other, null, anEmail(dice, other))]
    },
  },
  "one web agency's or bookkeeper's address for two clients": {
    ...{ isSame: false, kinds: requests },
    tell: (dice) => {
      const firm = aFirm(dice)
      const other = aFirm(dice, firm.land)
      const keeper = aHuman(dice, firm.land)
      const email = homeEmail(dice, keeper, firm.land)
      return [told(dice, firm, keeper, email), told(dice, other, keeper, email)]
    },
  },
  "two people of one firm": {
    ...{ isSame: false, kinds: people },
    tell: (dice) => {
      const firm = aFirm(dice)
      const one = aHuman(dice, firm.land)
      const firsts = firm.land.first.filter((name) => name !== one.firstName)
      const other = { firstName: dice.one(firsts), lastName: dice.falls(0.4) ? one.lastName : dice.one(firm.land.last) }
      const info = dice.falls(0.15) ? `info@${firm.domain}` : null
      return [
        told(dice, firm, one, info ?? workEmail(dice, one, firm.domain)),
        told(dice, firm, other, info ?? workEmail(dice, other, firm.domain)),
      ]
    },
  },
  "namesakes at two firms": {
    ...{ isSame: false, kinds: people },
    tell: (dice) => {
      const firm = aFirm(dice)
      const other = aFirm(dice, firm.land)
      const human = aHuman(dice, firm.land)
      return [told(dice, firm, human, anEmail(dice, firm, human)), told(dice, other, human, workEmail(dice, human, other.domain))]
    },
  },
  strangers: {
    ...{ isSame: false, kinds: [...companies, ...people] },
    tell: (dice) => {
      const [firm, other] = [aFirm(dice), aFirm(dice)]
      return [
        told(dice, firm, aHuman(dice, firm.land), anEmail(dice, firm)),
        told(dice, other, aHuman(dice, other.land), anEmail(dice, other)),
      ]
    },
  },
}

const eachStory = 160

/** The labelled pairs, the same in every run: every story told so many times, half of them for training. */
export function labelledPairs(seed = 20_261_130): LabelledPair[] {
  return Object.entries(stories).flatMap(([story, { isSame, kinds, tell }], place) => {
    const dice = new Dice(seed + place * 7919)
    return Array.from({ length: eachStory }, (_, at): LabelledPair => {
      const [mine, theirs] = dice.one(kinds)
      const [one, other] = tell(dice)
      return {
        story,
        isSame,
        half: at % 2 === 0 ? "training" : "test",
        one: { ...asKind(one, mine), kind: mine },
        other: { ...asKind(other, theirs), kind: theirs },
      }
    })
  })
}

/** An account has no person, and seldom an email of its own. */
const asKind = (side: Side, kind: MatchKind): Side =>
  kind === "account" ? { ...side, firstName: null, lastName: null, email: null } : side
