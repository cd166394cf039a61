import type { StaffRole } from "./permissions"

const nowhere = "http://nowhere.invalid"

/** Where to go after signing in: a path of this site, or null for everything else, such as `//evil`, `/\evil` or another scheme. */
export function safeNextPath(next: string | null | undefined): string | null {
  if (!next?.startsWith("/") || next.length > 2000 || !URL.canParse(next, nowhere)) return null
  const { origin, pathname, search, hash } = new URL(next, nowhere)
  if (origin !== nowhere || pathname.startsWith("//") || /^\/(sign-in|api)(\/|$)/.test(pathname)) return null
  return pathname + search + hash
}

/** The sign-in page, which leads back to the path that was asked for. */
export function signInPath(asked: string | null): string {
  const next = safeNextPath(asked)
  return next && next !== "/" ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in"
}

/** The first page of somebody who has signed in. */
export function homePath(staffRole: StaffRole | null): string {
  if (staffRole === null) return "/account"
  return staffRole === "commerce_manager" ? "/commerce/prospects" : "/sales/leads"
}
