import { isAddressDead } from "../delivery-failure"

/**
 * What a report says became of a mail. `bounced`: it did not arrive; `isDead` when its address takes no mail at all. `late`: it is still being tried.
 * `arrived`: a receipt. `unclear`: not in the form of RFC 3464; only a person can read it.
 */
export type Report = { kind: "bounced" | "late" | "arrived" | "unclear"; said: string; isDead: boolean }

/** The part of a message that programs read: `message/delivery-status`, which RFC 3464 wants in plain ASCII. */
function statusPart(raw: string): string | null {
  const text = raw.replaceAll("\r\n", "\n")
  const head = /^content-type:\s*message\/(?:global-)?delivery-status\b/im.exec(text)
  if (!head) return null
  const begin = text.indexOf("\n\n", head.index)
  if (begin < 0) return null
  const rest = text.slice(begin + 2)
  const end = rest.search(/^--/m)
  return end < 0 ? rest : rest.slice(0, end)
}

/** A field of the report; one that goes on in further lines is put together again. */
function fieldOf(part: string, name: string): string {
  const found = part.replace(/\n[ \t]+/g, " ").match(new RegExp(`^${name}:[ \\t]*(.+)$`, "im"))
  return (found?.[1] ?? "").replace(/\s+/g, " ").trim().slice(0, 300)
}

/** Reads a report about a mail that was sent (a delivery status notification, RFC 3464). */
export function readReport(raw: string): Report {
  const part = statusPart(raw)
  const action = part ? fieldOf(part, "Action").toLowerCase() : ""
  const status = part ? fieldOf(part, "Status") : ""
  const why = part ? fieldOf(part, "Diagnostic-Code").replace(/^[a-z]+;\s*/i, "") : ""
  const words = [why || status].filter(Boolean).join("")
  if (action === "failed")
    return {
      kind: "bounced",
      said: `It came back: ${words || "the mail server gave no reason"}`,
      isDead: isAddressDead(`${status} ${why}`),
    }
  if (action === "delayed") return { kind: "late", said: `It is late: ${words || "the mail server is still trying"}`, isDead: false }
  if (action === "delivered" || action === "relayed" || action === "expanded")
    return { kind: "arrived", said: "It arrived.", isDead: false }
  return { kind: "unclear", said: "A report came back that no program can read.", isDead: false }
}
