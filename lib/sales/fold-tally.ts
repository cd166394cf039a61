import { db } from "@/lib/platform/db"

const atOnce = 5000

/** Folds what was counted lately into the tally. Says whether there was anything; the sums are the same before and after. */
export async function foldSalesTally(): Promise<boolean> {
  const [folded] = await db.$queryRaw<{ lines: number }[]>`select sales.fold_tally(${atOnce}::int) as lines`
  return (folded?.lines ?? 0) > 0
}
