/** How the numbers of a kind are written: constants and placeholders, and with how many digits at least. */
export type NumberFormat = { format: string; digits: number }

/** What a format can hold beside constants, with what it stands for. */
export const numberSegments = {
  year: "The year, such as 2026",
  month: "The month, 01 to 12",
  number: "The count, with its leading zeros",
  check: "A digit that shows typing errors",
} as const

export type NumberSegment = keyof typeof numberSegments

export type FormatPart = { constant: string } | { segment: NumberSegment }

const isSegment = (name: string): name is NumberSegment => Object.hasOwn(numberSegments, name)

/** The segments of a format in their order; null where it holds something else. */
export function readFormat(format: string): FormatPart[] | null {
  const parts: FormatPart[] = []
  for (const [text, name] of format.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (name === undefined && /[{}]/.test(text)) return null
    if (name === undefined) parts.push({ constant: text })
    else if (isSegment(name)) parts.push({ segment: name })
    else return null
  }
  return parts
}

const constants = /^[A-Z0-9/-]+$/

/** Why a format cannot be used, in words; null when it can. */
export function problemOfFormat(format: string): string | null {
  const parts = readFormat(format)
  if (!parts)
    return `Use ${Object.keys(numberSegments)
      .map((name) => `{${name}}`)
      .join(", ")}; nothing else goes in braces`
  const used = parts.flatMap((part) => ("segment" in part ? part.segment : []))
  const written = parts.flatMap((part) => ("constant" in part ? part.constant : []))
  if (used.filter((segment) => segment === "number").length !== 1) return "A format holds {number} once"
  if (new Set(used).size < used.length) return "A format holds each placeholder once"
  if (used.includes("month") && !used.includes("year")) return "{month} needs {year}: the same month comes again"
  if (!/^[A-Z]/.test(format)) return "Start with a letter"
  if (written.some((text) => !constants.test(text)) || format.length > 40)
    return "Use capital letters, digits, hyphens and slashes, forty signs at most"
  // Two runs of digits side by side cannot be told apart: 2026 and 1 would be 20 and 261 of another format.
  const touches = parts.some((part, at) => {
    const next = parts[at + 1]
    return next && "segment" in part && part.segment === "number" && "constant" in next && /^\d/.test(next.constant)
  })
  return touches ? "After {number} comes no digit" : null
}

/** The digit that makes the digits before it a Luhn number. */
export function checkDigit(digits: string): string {
  let sum = 0
  for (const [place, sign] of [...digits].reverse().entries()) {
    const doubled = place % 2 === 0 ? Number(sign) * 2 : Number(sign)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/** A number as it is written on a day; the database writes it in the same way. */
export function writtenNumber({ format, digits }: NumberFormat, count: number, at: Date): string {
  const counted = String(count).padStart(digits, "0")
  const day = at.toISOString()
  const values = { year: day.slice(0, 4), month: day.slice(5, 7), number: counted, check: checkDigit(counted) }
  return format.replace(/\{(\w+)\}/g, (text, name: string) => (isSegment(name) ? values[name] : text))
}

/** What finds the numbers of a format in a database, and at which places of the match year, month and count stand. */
export function formatPattern({ format, digits }: NumberFormat) {
  const at: Partial<Record<NumberSegment, number>> = {}
  let groups = 0
  const shapes = { year: "(\\d{4})", month: "(\\d{2})", number: `(\\d{${digits}}|[1-9]\\d{${digits},})`, check: "(\\d)" }
  const pattern = (readFormat(format) ?? []).map((part) => {
    if ("constant" in part) return part.constant
    groups += 1
    at[part.segment] = groups
    return shapes[part.segment]
  })
  return { pattern: `^${pattern.join("")}$`, at }
}
