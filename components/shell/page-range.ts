type Placed = { place: number | null; total: number; isMore: boolean; rows: readonly unknown[] }

const figure = new Intl.NumberFormat("en")

/** "1 to 50 of 21,042"; counting that was given up says "10,000+". */
export function pageRange({ place, total, isMore, rows }: Placed): string {
  if (rows.length === 0) return isMore ? "Looking further" : "Nothing to show"
  if (place === null) return `${figure.format(total)}${isMore ? "+" : ""} in all`
  return `${figure.format(place)} to ${figure.format(place + rows.length - 1)} of ${figure.format(total)}${isMore ? "+" : ""}`
}

/** How many there are, with their noun: "1 customer", "21 customers", "10,000+ customers". */
export function countOf({ total, isMore }: Pick<Placed, "total" | "isMore">, one: string, many: string): string {
  return `${figure.format(total)}${isMore ? "+" : ""} ${total === 1 ? one : many}`
}
