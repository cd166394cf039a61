import { creditInvariants } from "@/lib/commerce/credit/invariants"
import { db, Prisma, type Tx } from "@/lib/platform/db"
import { customerInvariants } from "./invariants-of-customers"
import { decisionInvariants } from "./invariants-of-decisions"
import { outletInvariants } from "./invariants-of-outlets"
import { recordInvariants } from "./invariants-of-records"

/** A record that breaks an invariant. */
export type Offender = { kind: string; id: string; label: string }

/**
 * What must hold between the two stores after every command and after every crash. `words` is the sentence that must be true;
 * `sql` finds the records for which it is not, as `kind`, `id` and `label`. It reads whole tables, so it is for tests and for the worker.
 */
export type Invariant = { key: string; words: string; sql: Prisma.Sql }

/** Every invariant of the house, as the domain says it. A part adds its own here. */
export const invariants: readonly Invariant[] = [
  ...recordInvariants,
  ...customerInvariants,
  ...decisionInvariants,
  ...outletInvariants,
  ...creditInvariants,
]

type Broken = { invariant: string; record: string }

/** Everything that is broken, by the invariant's words and the record's number or name; empty when the house is in order. */
export function brokenInvariants(tx: Tx = db): Promise<Broken[]> {
  const each = invariants.map(({ words, sql }) => Prisma.sql`select ${words}::text as invariant, label as record from (${sql}) broken`)
  return tx.$queryRaw<Broken[]>(Prisma.join(each, " union all "))
}
