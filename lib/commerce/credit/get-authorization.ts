import { db } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"
import { statement } from "@/lib/platform/statement"

export type AuthorizationStatus = "authorized" | "captured" | "released" | "expired"

/** An authorization as the API shows it; amounts in minor units. */
export type AuthorizationView = {
  id: string
  status: AuthorizationStatus
  organization: string
  user: string
  currency: string
  amount: number
  held: number
  captured: number
  released: number
  expired: number
  delivered: number
  invoiced: number
  canceled: number
  reference: string
  createdAt: string
  expiresAt: string
}

type Row = Omit<AuthorizationView, "status" | "createdAt" | "expiresAt"> & { createdAt: Date; expiresAt: Date }

const reading = statement<Row>(`
  select promise.id, account.organization_id as organization, promise.member_id as "user", account.currency, promise.amount::float8 as amount,
    promise.held::float8 as held, promise.captured::float8 as captured, promise.released::float8 as released, promise.expired::float8 as expired,
    promise.delivered::float8 as delivered, promise.invoiced::float8 as invoiced, promise.canceled::float8 as canceled, promise.reference,
    promise.created_at as "createdAt", promise.expires_at as "expiresAt"
  from commerce.credit_authorization as promise join commerce.credit_account as account on account.id = promise.credit_id where promise.id = $1::uuid`)

type Parts = Pick<AuthorizationView, "held" | "captured" | "expired">

/** The parts of an authorization as they are at an hour: what has ended by then holds nothing, whether it was swept or not. */
export function partsAt({ held, captured, expired, expiresAt }: Parts & { expiresAt: Date }, now: Date): Parts {
  return expiresAt <= now ? { held: 0, captured, expired: expired + held } : { held, captured, expired }
}

/** What holds something is authorized; what holds nothing is what most became of it. */
export function statusOf({ held, captured, expired }: Parts): AuthorizationStatus {
  if (held > 0) return "authorized"
  if (captured > 0) return "captured"
  return expired > 0 ? "expired" : "released"
}

/** An authorization as it is at an hour, whether what ended was swept or not; null where there is none. */
export async function getAuthorization(id: string, now: Date): Promise<AuthorizationView | null> {
  if (!isRecordId(id)) return null
  const [row] = await reading(db, [id])
  if (!row) return null
  const { createdAt, expiresAt, ...found } = row
  const parts = partsAt(row, now)
  return { ...found, ...parts, status: statusOf(parts), createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
}
