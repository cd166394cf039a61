import type { ReactNode } from "react"
import type { CellAround } from "@/components/shell/list/cell"
import type { WorkPage } from "@/lib/platform/lanes"
import type { Worker } from "@/lib/sales/worker"

/** What every list of Sales is given by its page. */
export type ListProps<Query> = {
  head: ReactNode
  title: string
  query: Query
  page: WorkPage
  around: CellAround
  worker: Worker
  peek: ReactNode
  /** What is done to many records at once. */
  bulk: ReactNode
  bulkKeys: readonly { key: string; word: string }[]
}
