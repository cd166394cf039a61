import { db } from "@/lib/platform/db"
import { type ReceiptLine, readReceipt } from "../decisions"

type Parties = {
  prospectId: string | null
  account: { customerNumber: string | null; customerId: string | null }
  contact: { customerNumber: string | null; customerId: string | null }
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
export async function foreseeClose({ account, contact }: Parties): Promise<Foresight> {
  const customers = [account, contact].flatMap(({ customerId, customerNumber }) =>
    customerId && customerNumber ? [{ id: customerId, number: customerNumber }] : [],
  )
  const lines = await linesAbout(customers.map(({ id }) => id))
  const provisional = customers.filter(({ id }) => isProvisional(lines.filter(({ record }) => record.id === id)))
  const known = account.customerId ? lines.find(({ record }) => record.kind === "hierarchy") : undefined
  return {
    provisional: provisional.map(({ number }) => number),
    missing: 2 - customers.length,
    hierarchy: known ? { number: known.record.label, exists: true } : { number: await nextHierarchyNumber(), exists: false },
  }
}

/** The last word that stands on a customer: no line since its making says otherwise. */
const isProvisional = (lines: ReceiptLine[]): boolean => lines[0]?.text.endsWith("Provisional") ?? false

/** The lines of all decisions that touched some records, the newest first, but for those that were taken back. */
async function linesAbout(ids: string[]): Promise<ReceiptLine[]> {
  if (ids.length === 0) return []
  const moves = await db.auditEntry.findMany({
    where: { recordIds: { hasSome: ids }, decisionId: { not: null } },
    select: { decisionId: true },
  })
  const decisions = await db.decision.findMany({
    where: { id: { in: moves.flatMap(({ decisionId }) => decisionId ?? []) }, undoneAt: null },
    orderBy: { at: "desc" },
    select: { receipt: true },
  })
  return decisions.map(({ receipt }) => readReceipt(receipt)).flatMap(({ created, linked, moved }) => [...moved, ...linked, ...created])
}

async function nextHierarchyNumber(): Promise<string> {
  const [sequence] = await db.$queryRaw<{ next: string }[]>`
    select form.prefix || lpad(counted.next::text, greatest(form.digits, length(counted.next::text)), '0') as next
    from platform.number_sequence form,
      (select last_value + case when is_called then 1 else 0 end as next from platform.hierarchy_number) counted
    where form.kind = 'hierarchy'`
  return sequence?.next ?? ""
}
