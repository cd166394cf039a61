import { DatabaseError } from "pg"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { statement } from "@/lib/platform/statement"
import type { CreditEntryKind } from "./rules"

/** What came of a deed in the ledger, as the database wrote it down under the Idempotency-Key; amounts in minor units. */
export type Outcome = { code: string; replayed?: true } & Record<string, string | number | boolean | null | undefined>

/** Who asks, under which key of theirs, and the hash of what is asked. */
export type Asking = { keyId: string; keyName: string; idempotencyKey: string; fingerprint: string; now: Date }

const authorizing = statement<{ outcome: Outcome }>(
  "select commerce.credit_authorize($1::uuid, $2, $3, $4, $5::uuid, $6::uuid, $7::bigint, $8, $9, $10::uuid, $11::timestamptz, $12::timestamptz) as outcome",
)
const settling = statement<{ outcome: Outcome }>(
  "select commerce.credit_settle($1::uuid, $2, $3, $4, $5::uuid, $6::commerce.credit_entry_kind, $7::bigint, $8::boolean, $9, $10::timestamptz) as outcome",
)
const posting = statement<{ outcome: Outcome }>(
  "select commerce.credit_post($1::uuid, $2, $3, $4, $5::uuid, $6::uuid, $7::commerce.credit_entry_kind, $8::bigint, $9::bigint, $10, $11, $12, $13::timestamptz) as outcome",
)

const attempts = 5

/** A deed is one statement and one transaction. The same Idempotency-Key at the same moment for another organization meets its own answer, and looks again. */
async function insistently(ask: () => Promise<{ outcome: Outcome }[]>): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [row] = await ask()
      if (!row) throw new Error("the ledger gave no answer")
      return row.outcome
    } catch (error) {
      if (attempt === attempts || !(error instanceof DatabaseError && /^(23505|40P01|40001)$/.test(error.code ?? ""))) throw error
    }
  }
}

const by = ({ keyId, keyName, idempotencyKey, fingerprint }: Asking) => [keyId, keyName, idempotencyKey, fingerprint]

export type Authorize = {
  organizationId: string
  /** Null where nobody is who was named: the ledger says so, unless there is more to say. */
  memberId: string | null
  amount: number
  currency: string
  reference: string
  expiresAt: Date
}

/** Promises credit to an order of a user, where limits of user and organization let it; else says what is left. */
export const authorize = (
  asking: Asking,
  { organizationId, memberId, amount, currency, reference, expiresAt }: Authorize,
): Promise<Outcome> =>
  insistently(() => authorizing(db, [...by(asking), organizationId, memberId, amount, currency, reference, newId(), asking.now, expiresAt]))

export type Settle = {
  authorizationId: string
  deed: "capture" | "release"
  amount: number | null
  isLast: boolean
  reference: string | null
}

/** Captures what an authorization holds, or gives it back: a part, or with no amount all of it. */
export const settle = (asking: Asking, { authorizationId, deed, amount, isLast, reference }: Settle): Promise<Outcome> =>
  insistently(() => settling(db, [...by(asking), authorizationId, deed, amount, isLast, reference, asking.now]))

export type PostingKind = Extract<CreditEntryKind, "packing_slip" | "invoice" | "payment" | "credit_note" | "cancellation" | "adjustment">
export type Posting = {
  organizationId: string
  authorizationId: string | null
  kind: PostingKind
  amount: number
  /** How much of an invoice without authorization was told as packing slips before. */
  fromPackingSlips: number
  currency: string
  reference: string | null
  note: string | null
}

/** Writes down what the shop or its ERP tells: what was delivered, invoiced, paid. */
export const post = (asking: Asking, posted: Posting): Promise<Outcome> => {
  const { organizationId, authorizationId, kind, amount, fromPackingSlips, currency, reference, note } = posted
  return insistently(() =>
    posting(db, [...by(asking), organizationId, authorizationId, kind, amount, fromPackingSlips, currency, reference, note, asking.now]),
  )
}
