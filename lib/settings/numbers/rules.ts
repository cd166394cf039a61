import type { NumberFormat } from "@/lib/platform/number-format"

/** A version of a sequence: where it began to count, and where the one before it had come to. */
export type GivenVersion = { number: number; format: string; next: number; reached: number }

/**
 * The lowest count that a format can go on with so that no number is given twice, whether or not its record is still there.
 * A format with the year in it begins anew in a new year; then only numbers that stand are in the way.
 */
export function lowestCount(format: string, versions: readonly GivenVersion[], now: { version: number; next: number }): number {
  if (format.includes("{year}")) return 1
  const reachedOf = ({ number }: GivenVersion) =>
    number === now.version ? now.next : (versions.find((later) => later.number === number + 1)?.reached ?? now.next)
  return Math.max(1, ...versions.filter((version) => version.format === format).map(reachedOf))
}

/** What of a sequence is changed, for its History. */
export function changesOf(
  before: NumberFormat & { isContinuous: boolean; next: number },
  after: NumberFormat & { isContinuous: boolean; next: number },
) {
  const told = (isContinuous: boolean) => (isContinuous ? "yes" : "no")
  return [
    { field: "format", from: before.format, to: after.format },
    { field: "digits", from: String(before.digits), to: String(after.digits) },
    { field: "next", from: String(before.next), to: String(after.next) },
    { field: "continuous", from: told(before.isContinuous), to: told(after.isContinuous) },
  ]
}
