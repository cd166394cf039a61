import { randomBytes } from "node:crypto"
import { type NextRequest, NextResponse } from "next/server"
import { contentPolicy, hasOwnPolicy, pageHeaders } from "@/lib/identity/page-headers"
import { pathHeader } from "@/lib/identity/path-header"
import { env } from "@/lib/platform/env"

/** Gives every page a policy with a nonce of its own and the headers that fit its path. Who may see it is asked by the page itself. */
export function proxy(request: NextRequest) {
  const { NODE_ENV, appUrl } = env()
  const policy = contentPolicy(randomBytes(16).toString("base64"), NODE_ENV === "development")
  const passedOn = new Headers(request.headers)
  passedOn.set("content-security-policy", policy)
  passedOn.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers: passedOn } })
  if (!hasOwnPolicy(request.nextUrl.pathname)) response.headers.set("content-security-policy", policy)
  for (const [name, value] of pageHeaders(request.nextUrl.pathname, appUrl.protocol === "https:")) response.headers.set(name, value)
  return response
}

export const config = { matcher: "/((?!_next/static|icon.svg|api/uploads/).*)" }
