import { db } from "@/lib/platform/db"

const atOnce = 5000

/** Folds what was counted lately into one row for each status. Says whether there was anything; the sums are the same before and after. */
export async function foldProspectTally(): Promise<boolean> {
  const [folded] = await db.$queryRaw<{ rows: number }[]>`select commerce.fold_tally(${atOnce}::int) as rows`
  return (folded?.rows ?? 0) > 0
}
