/** A count of hierarchies, which goes no further than ten thousand. */
export const hierarchiesCounted = (count: number): string => {
  const most = 10_000
  const shown = count > most ? `${most.toLocaleString("en")}+` : count.toLocaleString("en")
  return count === 1 ? "1 customer hierarchy" : `${shown} customer hierarchies`
}
