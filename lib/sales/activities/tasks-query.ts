import { pageHref } from "@/lib/platform/page-href"
import { isRecordId } from "@/lib/platform/record-href"

export type TasksQuery = { of: string | null; rows: number }

export const rowsAtOnce = 100
export const mostRows = 1000

/** What the URL of the tasks asks for: whose, and how many of them; whatever is malformed counts as not asked. */
export function readTasksQuery(params: Record<string, string | string[] | undefined>): TasksQuery {
  const rows = Math.ceil(Number(params.rows) / rowsAtOnce) * rowsAtOnce
  return {
    of: typeof params.of === "string" && isRecordId(params.of) ? params.of.toLowerCase() : null,
    rows: rows > rowsAtOnce && rows <= mostRows ? rows : rowsAtOnce,
  }
}

export function tasksHref({ of, rows }: { of: string | null; rows?: number }): string {
  return pageHref("/sales/tasks", { of, rows })
}
