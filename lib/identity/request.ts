import { cookies, headers } from "next/headers"
import { env } from "@/lib/platform/env"
import { AppError } from "@/lib/platform/errors"
import { pathHeader } from "./path-header"
import { zoneCookie } from "./zone-cookie"

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])

function isOwnOrigin(origin: string | null): boolean {
  if (!origin || !URL.canParse(origin)) return false
  const { appUrl, isAppUrlGiven, PORT } = env()
  if (origin === appUrl.origin) return true
  const { protocol, hostname, port } = new URL(origin)
  return !isAppUrlGiven && protocol === "http:" && loopback.has(hostname) && port === String(PORT)
}

/** Refuses a call that was not sent by a page of ours. The Origin is required, and the Host header is not asked. */
export async function insistOnOrigin(): Promise<void> {
  const origin = (await headers()).get("origin")
  if (!isOwnOrigin(origin)) throw new AppError("forbidden", "This request did not come from this site. Reload the page and try again.")
}

/** Where the request came from. The web process overwrites the header with the socket's address unless TRUST_PROXY is on. */
export async function clientAddress(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? ""
  return forwarded.split(",").at(-1)?.trim() || "unknown"
}

/** The path and the query that were asked for; null outside of a page. */
export const askedPath = async (): Promise<string | null> => (await headers()).get(pathHeader)

export const userAgent = async (): Promise<string | null> => (await headers()).get("user-agent")

/** The time zone that the browser says it is in, if it says one. */
export const browserZone = async (): Promise<string | null> => (await cookies()).get(zoneCookie)?.value.slice(0, 60) || null

/** What limits count by: an IPv4 address, or the /64 network of an IPv6 address, since one household has a whole one. */
export function addressKey(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address.replace("::ffff:", "")
  return `${address.split("%")[0]?.split(":").slice(0, 4).join(":")}::/64`
}
