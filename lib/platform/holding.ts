import { fold, searchText } from "./fold"

/** Those rows whose texts hold what is searched for, however accents and capitals are written; all of them while nothing is. */
export function holding<Row>(q: string, rows: readonly Row[], textsOf: (row: Row) => readonly (string | null)[]): Row[] {
  const sought = fold(q)
  return rows.filter((row) => searchText(...textsOf(row)).includes(sought))
}
