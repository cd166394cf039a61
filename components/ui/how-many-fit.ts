/**
 * How many parts of a line, from its beginning, find room in it, all widths in pixels. Where not all do, `more` takes its room at the end;
 * `gap` stands between any two.
 */
export function howManyFit(widths: readonly number[], more: number, gap: number, room: number): number {
  const end = (count: number) => widths.slice(0, count).reduce((sum, width) => sum + width + gap, 0)
  // Half a pixel is what browsers round by.
  if (end(widths.length) - gap <= room + 0.5) return widths.length
  let fitting = widths.length - 1
  while (fitting > 0 && end(fitting) + more > room + 0.5) fitting--
  return Math.max(0, fitting)
}
