import { env } from "@/lib/platform/env"
import { isSame, sign } from "@/lib/platform/ids"

const signed = (mailId: string) => Buffer.from(sign("return-path", mailId), "base64url").toString("hex").slice(0, 16)

/**
 * The address to which reports about a mail come back, one for each mail: `bounces+<mail>-<signature>@…`; null where the installation takes none.
 * In small letters and digits alone, since mail servers change the case of what they return; signed, so that nobody reports on a mail that they did not get.
 */
export function returnPath(mailId: string): string | null {
  const address = env().BOUNCE_ADDRESS
  if (!address) return null
  const at = address.lastIndexOf("@")
  return `${address.slice(0, at)}+${mailId.replaceAll("-", "")}-${signed(mailId)}${address.slice(at)}`.toLowerCase()
}

const shape = /^(.+)\+([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-([0-9a-f]{16})@(.+)$/

/** The mail that a report to this address is about; null when it is none of ours. */
export function mailOfReturnPath(address: string): string | null {
  const [, box, a, b, c, d, e, signature = "", domain] = address.toLowerCase().match(shape) ?? []
  if (`${box}@${domain}` !== env().BOUNCE_ADDRESS?.toLowerCase()) return null
  const mailId = [a, b, c, d, e].join("-")
  return isSame(signature, signed(mailId)) ? mailId : null
}
