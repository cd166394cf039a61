/** The number that what is typed would give; a dash while it gives none. */
export function previewNumber({ prefix, digits, next }: { prefix: string; digits: string; next: string }): string {
  if (!/^\d{1,2}$/.test(digits.trim()) || !/^\d{1,9}$/.test(next.trim())) return "–"
  return `${prefix.trim().toUpperCase()}${String(Number(next)).padStart(Number(digits), "0")}`
}
