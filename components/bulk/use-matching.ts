"use client"
import { useAsked } from "@/components/shell/use-asked"
import type { BulkList } from "@/lib/bulk/kinds"

export type Matching = { count: number; isTooMany: boolean }

/** How many records match the view, asked for when somebody begins to tick; null until it is known. */
export function useMatching(list: BulkList, view: string): Matching | null {
  return useAsked(`/sales/runs/matching?${new URLSearchParams({ list, view })}`)
}
