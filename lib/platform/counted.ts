/** Counting stops here: an exact count of a million rows costs more than the page that shows fifty of them. */
export const countedTo = 10_000

/** How many rows a list has: exactly, or where `isMore` says so, at least. */
export type Counted = { total: number; isMore: boolean }
