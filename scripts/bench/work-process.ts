import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { readListQuery } from "@/lib/platform/list-query"
import { countList, readList } from "@/lib/platform/list-source"
import { editLead } from "@/lib/sales/leads/edit-lead"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadList } from "@/lib/sales/leads/views"
import { copyLeadsIn } from "./copy-in"
import { copyLeads, exportLeads, importLeads, leadsFile } from "./exchange-work"
import { lookedFor } from "./looked-for"
import { type Run, runOf } from "./spread"

type Seller = { id: string; name: string }
export type Work =
  | { kind: "edit"; seller: Seller; count: number }
  | { kind: "export"; seller: Seller; format: "csv" | "xlsx" }
  | { kind: "copy-out"; seller: Seller }
  | { kind: "import"; seller: Seller; rows: number }
  | { kind: "copy-in" }
  | { kind: "search"; seller: Seller; leads: number; isCount: boolean }

const staffOf = (seller: Seller) => ({
  ...{ kind: "staff" as const, ...seller, email: "", role: "Sales manager", staffRole: "sales_manager" as const },
  sessionId: "",
})

/** Edits the topic of open leads, one after the other, by the whole command: rule, guarded write, history, audit, commit. */
async function editAll(seller: Seller, count: number): Promise<Run> {
  const staff = staffOf(seller)
  const where = { ownerId: seller.id, state: "open" } as const
  const leads = await db.lead.findMany({
    where,
    orderBy: { createdAt: "desc" },
    take: count,
    select: { id: true, version: true, topic: true },
  })
  const timesMs: number[] = []
  const startedAt = performance.now()
  for (const { id, version, topic } of leads) {
    const begunAt = performance.now()
    const edit = { id, version, base: { topic }, changes: { topic: `${topic.slice(0, 80)} ${version}` } }
    await inTransaction(staff, (ctx) => editLead({ ...ctx, actor: staff }, edit))
    timesMs.push(performance.now() - begunAt)
  }
  return runOf(timesMs, performance.now() - startedAt)
}

/** Searches the grid for what people look for, one after the other; the rows of each, or how many there are. */
async function searchAll({ seller, leads, isCount }: Extract<Work, { kind: "search" }>): Promise<Run> {
  const timesMs: number[] = []
  const startedAt = performance.now()
  for (const q of lookedFor(leads)) {
    const query = readListQuery(leadList, { q })
    const begunAt = performance.now()
    await (isCount ? countList : readList)(leadSource, seller.id, query, new Date())
    timesMs.push(performance.now() - begunAt)
  }
  return runOf(timesMs, performance.now() - startedAt)
}

/** So many rows in so long a time. */
const runOfRows = (rows: number, ms: number): Run => ({ perSecond: (rows / ms) * 1000, p50: ms, p95: ms })

async function work(asked: Work): Promise<Run> {
  if (asked.kind === "edit") return editAll(asked.seller, asked.count)
  if (asked.kind === "export") {
    const { rows, ms } = await exportLeads(asked.format, asked.seller)
    return runOfRows(rows, ms)
  }
  if (asked.kind === "search") return searchAll(asked)
  if (asked.kind === "copy-out" || asked.kind === "copy-in") {
    const { rows, ms } = asked.kind === "copy-in" ? await copyLeadsIn() : await copyLeads(asked.seller)
    return runOfRows(rows, ms)
  }
  const { created, readMs, checkMs, writeMs } = await importLeads(staffOf(asked.seller), leadsFile(asked.rows, Date.now()))
  if (created !== asked.rows) throw new Error(`${asked.rows - created} leads were not imported`)
  return runOfRows(created, readMs + checkMs + writeMs)
}

process.on("message", async (asked: Work) => process.send?.(await work(asked)))
process.on("disconnect", () => process.exit(0))
