import { add, mostListed } from "../rule-sets/rehearsal"

type Tally = { would: number; agreed: number; differed: number }

/** What policies would have decided, beside what people decided: how often they agree, and where not. */
export type PolicyRehearsal = {
  judged: number
  /** How many would have been decided, by the deed of the policy. */
  would: Record<string, number>
  /** Of those that a policy would have decided: people did the same, the opposite, nothing yet; or it was no person's word. */
  agreed: number
  differed: number
  open: number
  notByPeople: number
  /** Those that would have been routed, and those for which a second person would have been asked. */
  routed: number
  second: number
  /** Of these, how many went elsewhere or were decided by one person alone, and the newest of them: what a policy wanted, and what happened. */
  otherwise: number
  others: Told[]
  /** Those for which a policy that decides hangs on matches that were not looked up. */
  unknown: number
  /** For how many they were. */
  looked: number
  byRule: Record<string, Tally>
  list: Told[]
}
type Told = { id: string; label: string; rule: string; would: string; did: string }

const none: Tally = { would: 0, agreed: 0, differed: 0 }

/** A rehearsal before its first record; `deeds` are those that decide. */
export const emptyRehearsal = (deeds: readonly string[]): PolicyRehearsal => ({
  ...{ judged: 0, would: Object.fromEntries(deeds.map((deed) => [deed, 0])), agreed: 0, differed: 0, open: 0, notByPeople: 0 },
  ...{ routed: 0, second: 0, otherwise: 0, others: [], unknown: 0, looked: 0, byRule: {}, list: [] },
})

type Ruled = { id: string; name: string; effect: { do: string } }
/** Of a policy that decides nothing itself: what it wanted of a record, and whether that happened, or what else; null where nothing has happened yet. */
export type Aside = { would: string; did: string; isSame: boolean } | null

/** Notes which policies hold for a record without deciding it: they route, or ask for a second person; and whether it went so. */
export function noteHeld<Rule extends Ruled>(
  result: PolicyRehearsal,
  { id, label }: { id: string; label: string },
  held: readonly Rule[],
  asideOf: (rule: Rule) => Aside,
): void {
  const aside = held.filter(({ effect }) => effect.do === "route" || effect.do === "second")
  if (aside.some(({ effect }) => effect.do === "route")) result.routed++
  if (aside.some(({ effect }) => effect.do === "second")) result.second++
  for (const rule of aside) {
    const [tally, happened] = [{ ...none, ...result.byRule[rule.id] }, asideOf(rule)]
    tally.would++
    if (happened?.isSame) tally.agreed++
    if (happened && !happened.isSame) {
      tally.differed++
      result.otherwise++
      const { would, did } = happened
      if (result.others.length < mostListed) result.others.push({ id, label, rule: rule.name, would, did })
    }
    result.byRule[rule.id] = tally
  }
}

/** What became of a record: nothing yet; or what somebody decided, in a word, and whether that was what the policy would have done. */
export type Became = { id: string; label: string; isOpen: boolean; isByPerson: boolean; isSame: boolean; did: string }

/** Compares what a policy would have decided with what became of the record. */
export function compare(result: PolicyRehearsal, record: Became, rule: Ruled): void {
  const would = rule.effect.do
  result.would = add(result.would, would)
  const tally = { ...none, ...result.byRule[rule.id] }
  tally.would++
  if (record.isOpen) result.open++
  else if (!record.isByPerson) result.notByPeople++
  else if (record.isSame) {
    result.agreed++
    tally.agreed++
  } else {
    result.differed++
    tally.differed++
    if (result.list.length < mostListed) result.list.push({ id: record.id, label: record.label, rule: rule.name, would, did: record.did })
  }
  result.byRule[rule.id] = tally
}
