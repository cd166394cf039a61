/** Carries the reference from the form to the page that thanks for it, and nothing else. */
export const receivedCookie = "gangway.received"

/** The reference, or null for anything that does not look like one. */
export function readReceivedCookie(value: string | undefined): string | null {
  return value && /^[A-Z]{2,5}-\d{1,12}$/.test(value) ? value : null
}
