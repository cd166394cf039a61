import { isSame, sign } from "@/lib/platform/ids"

const use = "request:started"

/** A hidden field that remembers, unforgeably, when the form was opened. */
export function startToken(now: Date): string {
  const startedAtMs = String(now.getTime())
  return `${startedAtMs}.${sign(use, startedAtMs)}`
}

/** How long the form was open, in milliseconds; null when the token is not ours. */
export function filledForMs(token: string, now: Date): number | null {
  const [startedAtMs = "", signature = ""] = token.split(".")
  return isSame(signature, sign(use, startedAtMs)) ? now.getTime() - Number(startedAtMs) : null
}
