const year = 31_536_000

/** The header in which a page is told its own path; what a browser claims there is overwritten. `lib/identity/path-header.ts` reads it. */
export const pathHeader = "x-gangway-path"

export function contentPolicy(nonce, isDev) {
  const directives = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    "style-src": isDev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": isDev ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ")
}

/** Files that people uploaded: their route gives them a stricter policy, which this one would take the place of. */
export const hasOwnPolicy = (path) => path.startsWith("/api/attachments/")

/** Pages whose address is a secret. */
const isPrivateLink = (path) => /^\/(set-password|reset-password|request\/status)(\/|$)/.test(path)

const isSignedIn = (path) => /^\/(sales|commerce|settings|search|account|api)(\/|$)/.test(path)

export function pageHeaders(path, isSecure) {
  const headers = [
    ["x-content-type-options", "nosniff"],
    // Not "no-referrer" on private links: it would make the Origin of their own form posts null.
    ["referrer-policy", isPrivateLink(path) ? "same-origin" : "strict-origin-when-cross-origin"],
    ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"],
    ["cross-origin-opener-policy", "same-origin"],
  ]
  if (isSecure) headers.push(["strict-transport-security", `max-age=${year}; includeSubDomains`])
  if (isPrivateLink(path)) headers.push(["x-robots-tag", "noindex, nofollow"])
  if (isPrivateLink(path) || isSignedIn(path)) headers.push(["cache-control", "no-store"])
  return headers
}
