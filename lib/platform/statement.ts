import { createHash } from "node:crypto"
import { db, type Prisma, pool, type Tx } from "./db"

/**
 * A statement that is sent often, as `(tx, values) => rows`. Outside a transaction each connection prepares it once and sends it without
 * Prisma, at a fifth of the cost; inside a transaction it goes where the transaction goes. It names its columns, one by one.
 */
export function statement<Row extends Record<string, unknown>>(text: string) {
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 20)
  return async (tx: Tx, values: readonly unknown[]): Promise<Row[]> =>
    tx === db ? (await pool.query<Row>({ name, text, values: [...values] })).rows : tx.$queryRawUnsafe<Row[]>(text, ...values)
}

const known = new Map<string, ReturnType<typeof statement>>()

/** A composed query that is the same text every time, sent like a `statement`. Not for lists, whose best plan depends on their values. */
export function askOften<Row extends Record<string, unknown>>(sql: Prisma.Sql): Promise<Row[]> {
  const ask = known.get(sql.text) ?? statement(sql.text)
  known.set(sql.text, ask)
  return ask(db, sql.values) as Promise<Row[]>
}
