const shortMs = 700
const longMs = 2000

/** How many records the next batch takes: more while batches are quick, fewer once they take long, so that nobody who works meanwhile waits behind one. */
export function paced(atOnce: number, tookMs: number, most: number): number {
  if (tookMs > longMs) return Math.max(1, Math.floor(atOnce / 2))
  return Math.min(most, tookMs < shortMs ? atOnce * 2 : atOnce)
}
