/** Carries the reference from the form to the page that thanks for it, and nothing else. */
export const receivedCookie = "gangway.received"

/** The reference, in whatever format the house writes its numbers, or null for anything that does not look like one. */
export function readReceivedCookie(value: string | undefined): string | null {
  return value && /^[A-Z][A-Z0-9/-]{1,59}$/.test(value) ? value : null
}
