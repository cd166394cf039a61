import { byteOrderMark, csvLine } from "@/lib/exchange/csv"
import { snapshotRows } from "@/lib/exchange/snapshot"
import { Prisma } from "@/lib/platform/db"

const resultWords: Record<string, string> = {
  done: "Done",
  skipped: "Skipped",
  failed: "Failed",
  undone: "Undone",
  kept: "Not undone",
  ready: "Ready",
  choose: "Needs a choice",
  second: "Second person",
  blocked: "Blocked",
}

/** What became of each record of a run, with its id and the reason, as a CSV file; before it began, what would. */
export async function* reportFile(id: string): AsyncGenerator<Buffer> {
  yield Buffer.from(byteOrderMark + csvLine(["Record", "Result", "Reason", "Record ID", "Decision ID"]))
  const rows = snapshotRows(Prisma.sql`
    select label, coalesce(result::text, verdict::text, ''), coalesce(why, told, ''), record_id::text, coalesce(decision_id::text, '')
    from platform.bulk_item where run_id = ${id}::uuid order by place`)
  for await (const batch of rows) {
    const lines = batch.map(([label = "", result, why = "", recordId = "", decisionId = ""]) =>
      csvLine([label, resultWords[result ?? ""] ?? "", why, recordId, decisionId]),
    )
    yield Buffer.from(lines.join(""))
  }
}
