/** How long to wait before trying again, in milliseconds: doubled with each attempt up to the longest, a quarter more or less by chance, so that many do not come back at once. */
export function backoffMs(
  attempts: number,
  { firstMs, longestMs }: { firstMs: number; longestMs: number },
  chance = Math.random(),
): number {
  const calm = Math.min(firstMs * 2 ** Math.max(0, attempts - 1), longestMs)
  return Math.round(calm * (0.75 + chance / 2))
}
