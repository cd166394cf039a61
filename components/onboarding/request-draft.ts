import { emptyRequestValues, personFields, type RequestValues } from "@/lib/onboarding/request-fields"

const place = "gangway.request"

/** What is kept on the device. The key is there after a connection dropped: the request may have arrived, and sending it again must not make two. */
export type RequestDraft = { values: RequestValues; submissionKey?: string }

/** The draft of an earlier visit, or null; a broken one counts as none. */
export function readDraft(): RequestDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "null")
    if (typeof kept !== "object" || kept === null || !("values" in kept)) return null
    const values = readValues(kept.values)
    return "submissionKey" in kept && typeof kept.submissionKey === "string" ? { values, submissionKey: kept.submissionKey } : { values }
  } catch {
    return null
  }
}

/** False when the device does not allow it. */
export function keepDraft(draft: RequestDraft): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // A device that keeps nothing has nothing to forget.
  }
}

function readValues(kept: unknown): RequestValues {
  const values = { ...emptyRequestValues }
  const entries = new Map(Object.entries(kept ?? {}))
  for (const name of personFields) {
    const value: unknown = entries.get(name)
    if (typeof value === "string") values[name] = value
  }
  return values
}
