import { namesAlike } from "./alike"
import { type MatchKeys, telling } from "./match-keys"
import { type MatchingRules, type Signal, signalNames, usualRules, usualStrength, type Verdict } from "./matching-rules"
import { sharedMailboxes } from "./shared-domains"

export type MatchKind = "lead" | "account" | "contact"
export type MatchSide = MatchKeys & { kind: MatchKind }

/** What one signal says of two records: the same, alike to a degree, or not; with the value that says so, and its share of the score. */
export type Reason = { signal: Signal; says: "same" | "alike" | "differs"; value: string | null; alike: number; points: number }

export type Scored = { score: number; verdict: Verdict | null; reasons: Reason[] }

type Points = Readonly<Record<Signal, { same: number; differs: number }>>

/** Whether two records are one company: what each signal adds when it agrees, and takes when it does not. */
const companyPoints: Points = {
  taxId: { same: 75, differs: 30 },
  domain: { same: 42, differs: 5 },
  name: { same: 50, differs: 34 },
  email: { same: 36, differs: 0 },
  phone: { same: 30, differs: 4 },
  address: { same: 20, differs: 10 },
  person: { same: 12, differs: 0 },
}

/** Whether two records are one person. */
const personPoints: Points = {
  email: { same: 75, differs: 6 },
  person: { same: 42, differs: 48 },
  phone: { same: 28, differs: 3 },
  domain: { same: 14, differs: 8 },
  name: { same: 12, differs: 8 },
  address: { same: 6, differs: 3 },
  taxId: { same: 6, differs: 4 },
}

/** What a value tells that more records share than could be the same. */
const crowdShare = 0.3

/**
 * How sure it is that two records are the same company, or, where one is a contact, the same person. 0–100, with a reason for each signal that both tell of,
 * the weightiest first. Two companies with different tax IDs, or in different countries, are never more than possible. `crowded` are the signals whose value
 * many others share too.
 */
export function scorePair(
  one: MatchSide,
  other: MatchSide,
  rules: MatchingRules = usualRules,
  crowded: ReadonlySet<Signal> = new Set(),
): Scored {
  const isPerson = one.kind === "contact" || other.kind === "contact"
  const table = isPerson ? personPoints : companyPoints
  const reasons = signalNames.flatMap((signal): Reason[] => {
    const strength = rules.strengths[signal] / usualStrength
    const said = strength > 0 ? compare[signal](one, other) : null
    if (!said) return []
    const { same, differs } = table[signal]
    const share = crowded.has(signal) && said.alike > 0 ? crowdShare : 1
    const points = said.alike >= 0 ? same * said.alike * share : differs * said.alike
    return [
      { signal, says: said.says, value: said.value, alike: said.shown ?? Math.abs(said.alike), points: Math.round(points * strength) },
    ]
  })
  const sum = reasons.reduce((total, { points }) => total + points, 0)
  const score = Math.max(0, Math.min(100, isPerson ? sum : Math.min(sum, mostFor(reasons, one, other, rules))))
  const { certain, likely, possible } = rules.thresholds
  const verdict = score >= certain ? "certain" : score >= likely ? "likely" : score >= possible ? "possible" : null
  return { score, verdict, reasons: reasons.sort((a, b) => Math.abs(b.points) - Math.abs(a.points)) }
}

/** Sister companies share a name and a domain: another tax ID or country is another company until somebody says otherwise. */
function mostFor(reasons: readonly Reason[], one: MatchSide, other: MatchSide, { thresholds }: MatchingRules): number {
  const tax = reasons.find(({ signal }) => signal === "taxId")
  const isAbroad = one.country && other.country && one.country !== other.country && tax?.says !== "same"
  return tax?.says === "differs" || isAbroad ? thresholds.likely - 1 : 100
}

/** From −1, not the same at all, to 1, the same. Null where one of the two does not tell. `shown` is what people read, where that is another number. */
type Said = { says: Reason["says"]; value: string | null; alike: number; shown?: number } | null
type Compare = (one: MatchSide, other: MatchSide) => Said

const same = (value: string, alike = 1): Said => ({ says: "same", value, alike })
const differs = (value: string | null = null, alike = -1): Said => ({ says: "differs", value, alike })

const compare: Record<Signal, Compare> = {
  taxId: ({ taxId: mine, country: here }, { taxId: theirs, country: there }) => {
    if (!mine || !theirs) return null
    // The same digits in two countries are two numbers.
    return mine === theirs && (here === there || !here || !there) ? same(mine) : differs()
  },
  email: (one, other) => {
    if (!one.email || !other.email) return null
    if (one.email !== other.email) return differs()
    const isShared = sharedMailboxes.has(one.email.slice(0, one.email.indexOf("@")))
    return same(one.email, isShared ? 0.4 : 1)
  },
  domain: (one, other) => {
    const [mine, theirs] = [domainsOf(one), domainsOf(other)]
    if (mine.length === 0 || theirs.length === 0) return null
    const shared = mine.find((domain) => theirs.includes(domain))
    if (shared) return same(shared)
    const label = mine.map(labelOf).find((part) => part.length > 3 && theirs.some((domain) => labelOf(domain) === part))
    return label ? { says: "alike", value: `${mine[0]}, ${theirs[0]}`, alike: 0.4 } : differs()
  },
  name: ({ nameKey: mine }, { nameKey: theirs }) => {
    if (mine === "" || theirs === "") return null
    const alike = namesAlike(mine, theirs)
    return graded(alike, 0.5)
  },
  person: ({ personKey: mine }, { personKey: theirs }) => {
    if (mine === "" || theirs === "") return null
    return graded(peopleAlike(mine, theirs), 0.6, 0.3)
  },
  phone: ({ phone: mine }, { phone: theirs }) => {
    if (!mine || !theirs) return null
    if (mine === theirs) return same(`+${mine}`)
    return mine.slice(-telling) === theirs.slice(-telling) ? { says: "alike", value: mine.slice(-telling), alike: 0.7 } : differs()
  },
  address: (one, other) => {
    if (one.country && other.country && one.country !== other.country) return differs(`${one.country}, ${other.country}`)
    if (!one.postal || !other.postal) return null
    if (one.postal !== other.postal) return differs(null, -0.6)
    if (one.place && one.place === other.place) return same(one.place)
    return { says: "alike", value: one.postal, alike: one.place && other.place ? 0.2 : 0.45 }
  },
}

/** A likeness above the middle speaks for, below it against, and at least so much. */
function graded(alike: number, middle: number, least = 0): Said {
  if (alike >= 0.999) return { says: "same", value: null, alike: 1, shown: 1 }
  if (alike < middle) return { says: "differs", value: null, alike: -(least + ((1 - least) * (middle - alike)) / middle), shown: alike }
  return { says: "alike", value: null, alike: (alike - middle) / (1 - middle), shown: alike }
}

/** Two people's names: those of the one that the other lacks, a second surname or a middle name, count half. */
function peopleAlike(mine: string, theirs: string): number {
  const [few, many] = [mine.split(" "), theirs.split(" ")].sort((a, b) => a.length - b.length) as [string[], string[]]
  const isWithin = few.length > 1 && few.every((name) => many.includes(name))
  return isWithin && few.length < many.length ? 0.9 : namesAlike(mine, theirs)
}

const domainsOf = ({ siteDomain, mailDomain }: MatchSide): string[] => [siteDomain, mailDomain].filter((domain) => domain !== null)
const labelOf = (domain: string): string => domain.slice(0, domain.indexOf("."))
