import { problemOfFormat, writtenNumber } from "@/lib/platform/number-format"

/** The next numbers that what is typed would give on a day; none while it gives none. */
export function previewNumbers(typed: { format: string; digits: string; next: string }, today: Date, many = 3): string[] {
  const format = typed.format.trim().replace(/[^{}]+(?![^{]*\})/g, (constant) => constant.toUpperCase())
  const [digits, next] = [typed.digits.trim(), typed.next.trim()]
  if (!/^\d{1,2}$/.test(digits) || !/^\d{1,9}$/.test(next) || problemOfFormat(format)) return []
  return Array.from({ length: many }, (_, at) => writtenNumber({ format, digits: Number(digits) }, Number(next) + at, today))
}
