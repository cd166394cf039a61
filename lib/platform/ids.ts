import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { v7 } from "uuid"
import { env } from "./env"

/** A new id, ordered by time (UUID version 7). */
export const newId = (): string => v7()

/** A secret that nobody can guess: 256 bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString("base64url")

/** SHA-256 of a secret, base64url: what is stored in its place. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url")

/** Keyed hash under the installation's secret, base64url; `use` keeps the uses apart. */
export const sign = (use: string, text: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(`${use}\n${text}`).digest("base64url")

/** Compares without telling by its time where the difference is. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
