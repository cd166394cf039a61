import { db } from "@/lib/platform/db"
import { peekNumber } from "@/lib/platform/number-sequences"
import { type ReceiptLine, readReceipt } from "../decisions"

type Party = { customerNumber: string | null; customerId: string | null }
type Parties = {
  account: Party
  contact: Party & { id: string }
  /** The leads that it decides, each with its person. */
  qualifiedLeads: readonly { contact: (Party & { id: string }) | null }[]
}

/** What closing an opportunity will do in Commerce, as far as the ledgers tell: for the sentence above the button. */
export type Foresight = {
  /** Customers that are Provisional now, by number. */
  provisional: string[]
  /** Customers that are still to be made. */
  missing: number
  /** The hierarchy that approval uses, or the number that a new one is likely to get. */
  hierarchy: { number: string; exists: boolean }
}

/** Foresees the effects of a close. The number of a new hierarchy is a forecast: a colleague may take it first. */
export async function foreseeClose({ account, contact, qualifiedLeads }: Parties): Promise<Foresight> {
  const people = new Map(qualifiedLeads.flatMap(({ contact: person }) => (person ? [[person.id, person] as const] : [])))
  const parties: readonly Party[] = [account, ...(people.size > 0 ? people.values() : [contact])]
  const customers = parties.flatMap(({ customerId, customerNumber }) =>
    customerId && customerNumber ? [{ id: customerId, number: customerNumber }] : [],
  )
  const { all, standing } = await linesAbout(customers.map(({ id }) => id))
  const isProvisional = (id: string) => standing.find(({ record }) => record.id === id)?.text.endsWith("Provisional") ?? false
  const known = account.customerId ? all.find(({ record }) => record.kind === "hierarchy") : undefined
  return {
    provisional: customers.filter(({ id }) => isProvisional(id)).map(({ number }) => number),
    missing: parties.length - customers.length,
    hierarchy: known ? { number: known.record.label, exists: true } : { number: await peekNumber("hierarchy"), exists: false },
  }
}

const takesBack = ["opportunity.reopen", "lead.reactivate"]

/** The lines of the decisions that touched some records, newest first: all that nobody undid, and those that no reopening took back since. */
async function linesAbout(ids: string[]): Promise<{ all: ReceiptLine[]; standing: ReceiptLine[] }> {
  if (ids.length === 0) return { all: [], standing: [] }
  const moves = await db.auditEntry.findMany({
    where: { recordIds: { hasSome: ids } },
    orderBy: { at: "desc" },
    select: { decisionId: true, move: true, at: true },
  })
  const takenBackAt = moves.find(({ move }) => takesBack.includes(move))?.at
  const decisions = await db.decision.findMany({
    where: { id: { in: moves.flatMap(({ decisionId }) => decisionId ?? []) }, undoneAt: null },
    orderBy: { at: "desc" },
    select: { kind: true, at: true, receipt: true },
  })
  const linesOf = (some: typeof decisions): ReceiptLine[] =>
    some.map(({ receipt }) => readReceipt(receipt)).flatMap(({ created, linked, moved }) => [...moved, ...linked, ...created])
  return {
    all: linesOf(decisions),
    standing: linesOf(decisions.filter(({ kind, at }) => kind === "qualify" || !takenBackAt || at > takenBackAt)),
  }
}
