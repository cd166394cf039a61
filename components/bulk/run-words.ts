import { type BulkKind, type BulkList, bulkKinds, countedRecords } from "@/lib/bulk/kinds"
import type { RunView } from "@/lib/bulk/queries"
import { capital } from "@/lib/platform/first-letter"

const figure = new Intl.NumberFormat("en")

/** "1,200 of 12,345 leads": how far a step has come. */
export const soFar = (list: BulkList, done: number, total: number): string => `${figure.format(done)} of ${countedRecords(list, total)}`

/** For how many of its records a run asks a second person, and for how many of these nothing else is to be chosen. */
export type Asks = { asks: number; ofSecond: number }

/** What a run is about to do, in one sentence with its numbers. */
export function aheadOf({ list, kind, title, ready, chosen, choose, second, blocked, total }: RunView, { asks, ofSecond }: Asks): string {
  const able = ready + chosen
  const open = choose - (chosen - ofSecond)
  const left = [
    open > 0 && `${countedRecords(list, open)} ${open === 1 ? "needs" : "need"} a choice`,
    second > ofSecond && `for ${countedRecords(list, second - ofSecond)} nobody is asked`,
    blocked > 0 && `${countedRecords(list, blocked)} ${blocked === 1 ? "is" : "are"} blocked`,
  ].filter(Boolean)
  const rest = left.length > 0 ? ` ${capital(left.join(", and "))}: left out.` : ""
  if (able === 0) return `Nothing of ${countedRecords(list, total)} can be done as it stands.${rest}`
  const asked = asks > 0 ? ` For ${asks === able ? "all" : figure.format(asks)} of them a second person is asked first.` : ""
  return `${title}: ${countedRecords(list, able)}. ${consequences[kind]}${asked}${rest}`
}

const consequences: Record<BulkKind, string> = {
  assign: "The new owner and those before get one mail each, however many these are.",
  assign_by_rules: "Each goes to whomever the rules say at that moment; owners get one mail each, however many these are.",
  rate: "Nobody outside gets mail; each other owner gets one.",
  qualify: "Each gets an account, a contact and their customers in Commerce as shown below; the receipt stands on each lead.",
  disqualify: "Their prospects are rejected in Commerce, and each applicant gets the decline mail.",
  approve: "Each becomes a partner as shown below, and its requestor gets the invitation; what Sales has of it is qualified and won.",
  reject: "What Sales has of them ends too, and each applicant gets the decline mail.",
  reopen: "Nobody gets mail but their other owners, one each. What is open again is decided anew: this is not undone as a whole.",
  reactivate: "What is open again is decided anew: this is not undone as a whole.",
  set_terms: "Nobody gets mail; each change stands in its customer's history.",
  set_channels: "Nobody gets mail; each change stands in the history of its hierarchy, and its customers are where it is.",
  ask: "Each applicant gets the mail in their own name.",
}

/** What a run decided, and for how many it asked a second person. */
export function doneOf(list: BulkList, kind: BulkKind, done: number, asks: number): string {
  const decided = done - asks
  const parts = [
    (decided > 0 || asks === 0) && `${bulkKinds[kind].done} ${countedRecords(list, decided)}`,
    asks > 0 && `${decided > 0 ? "asked" : "Asked"} a second person for ${countedRecords(list, asks)}`,
  ]
  return parts.filter(Boolean).join(", ")
}

/** What a run did, in one sentence with its numbers. */
export function outcomeOf({ list, kind, done, skipped, failed, error, personName }: RunView, { asks }: Asks): string {
  const parts = [
    doneOf(list, kind, done, asks),
    skipped > 0 && `${figure.format(skipped)} skipped`,
    failed > 0 && `${figure.format(failed)} failed`,
  ]
  return `${personName}: ${parts.filter(Boolean).join(", ")}.${error ? ` ${error}` : ""}`
}

/** What was taken back of a run. */
export function undoneOf({ list, undone, kept, undoneBy }: RunView): string {
  const left = kept > 0 ? `; ${countedRecords(list, kept)} could not be, and ${kept === 1 ? "says" : "say"} why` : ""
  return `${undoneBy} took this run back: ${countedRecords(list, undone)} as before${left}.`
}
