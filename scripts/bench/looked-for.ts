import { words } from "./words"

/** What people look for: a company, a person, an address, a phone number, a record number; common words and rare ones. */
export function lookedFor(leads: number): string[] {
  const { coinedFolded, tradeFolded, firstFolded, lastFolded } = words
  const at = Array.from({ length: 40 }, (_, place) => Math.floor(((place + 0.5) / 40) * leads))
  const pick = (list: readonly string[], place: number) => list[place % list.length] ?? ""
  return at.flatMap((n, place) => [
    `${pick(coinedFolded, place)} ${pick(tradeFolded, place)}`,
    `${pick(firstFolded, place)} ${pick(lastFolded, place)}`,
    pick(lastFolded, place),
    `-${n}.example`,
    String(n).padStart(5, "0").slice(-5),
    `pro-${String(n).padStart(6, "0")}`,
  ])
}
