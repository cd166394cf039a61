import { cache } from "react"
import { db } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"
import { type Mapping, readMapping } from "./guess-mapping"
import { cellWord, type ImportField, importFields } from "./import-fields"
import { firstPolicy, Policy } from "./policy"

const shown = {
  id: true,
  state: true,
  fileName: true,
  fileHash: true,
  readAs: true,
  headers: true,
  rowCount: true,
  mapping: true,
  policy: true,
  through: true,
  toCreate: true,
  toUpdate: true,
  toSkip: true,
  created: true,
  updated: true,
  skipped: true,
  undone: true,
  kept: true,
  error: true,
  personName: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  undoneAt: true,
  undoneBy: true,
} as const

/** An import as its pages show it; null when there is none. */
export const getImport = cache(async (id: string) => {
  if (!isRecordId(id)) return null
  const run = await db.leadImport.findUnique({ where: { id }, select: shown })
  if (!run) return null
  const mapping = readMapping(run.headers.length, run.mapping) ?? run.headers.map(() => null)
  const policy = Policy.safeParse(run.policy)
  return { ...run, mapping, policy: policy.success ? policy.data : firstPolicy(mapping) }
})

export type LeadImportView = NonNullable<Awaited<ReturnType<typeof getImport>>>

const newest = 20

/** The latest imports. */
export const listImports = () =>
  db.leadImport.findMany({
    where: { NOT: { state: "uploading" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: newest,
    select: {
      id: true,
      fileName: true,
      state: true,
      rowCount: true,
      created: true,
      updated: true,
      skipped: true,
      personName: true,
      createdAt: true,
    },
  })

/** An earlier import that wrote the same file and was not taken back. */
export const getEarlierImport = (id: string, fileHash: string | null) =>
  fileHash === null
    ? null
    : db.leadImport.findFirst({
        where: { fileHash, NOT: { id }, state: "done", created: { gt: 0 } },
        orderBy: { createdAt: "desc" },
        select: { id: true, personName: true, finishedAt: true, created: true },
      })

/** The first cells of every column that hold something. */
export async function listSamples(importId: string, width: number): Promise<string[][]> {
  const rows = await db.leadImportRow.findMany({ where: { importId }, orderBy: { rowNo: "asc" }, take: 20, select: { cells: true } })
  return Array.from({ length: width }, (_, place) => [...new Set(rows.flatMap(({ cells }) => cells[place]?.trim() || []))].slice(0, 3))
}

export const outcomes = ["create", "update", "skip"] as const
export const results = ["created", "updated", "skipped", "undone", "kept"] as const
export type RowFilter = (typeof outcomes)[number] | (typeof results)[number] | null

/** A row of the preview or of the report. */
export type ImportRowView = {
  rowNo: number
  word: string
  name: string
  leadId: string | null
  reason: string | null
  /** Of a new lead, who it is. */
  person: string | null
  errors: { label: string; sentence: string }[]
  changes: { label: string; from: string; to: string }[]
}

const pageSize = 50
const words = {
  create: "Create",
  update: "Update",
  skip: "Skip",
  created: "Created",
  updated: "Updated",
  skipped: "Skipped",
  undone: "Undone",
  kept: "Kept",
}

/** A page of an import's rows, in the order of the file; `next` is the row after which the next page begins. */
export async function listImportRows(run: LeadImportView, filter: RowFilter, after: number) {
  const isResult = results.some((result) => result === filter)
  const where =
    filter === null ? {} : isResult ? { result: filter as (typeof results)[number] } : { outcome: filter as (typeof outcomes)[number] }
  const found = await db.leadImportRow.findMany({
    where: { importId: run.id, rowNo: { gt: after }, ...where },
    orderBy: { rowNo: "asc" },
    take: pageSize + 1,
    select: { rowNo: true, cells: true, outcome: true, result: true, reason: true, errors: true, leadId: true, data: true, before: true },
  })
  const rows = found.slice(0, pageSize).map((row): ImportRowView => {
    const errors = Object.entries((row.errors ?? {}) as Record<string, string>)
    const { data, before } = { data: (row.data ?? {}) as Record<string, unknown>, before: (row.before ?? {}) as Record<string, unknown> }
    return {
      rowNo: row.rowNo,
      word: words[row.result ?? row.outcome ?? "skip"],
      name: nameOf(row.cells, run.mapping),
      leadId: row.leadId,
      reason: row.reason,
      person: row.outcome === "create" ? personOf(data) : null,
      errors: errors.map(([field, sentence]) => ({ label: importFields[field as ImportField]?.label ?? field, sentence })),
      changes: changesOf(data, before),
    }
  })
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.rowNo ?? null) : null }
}

function nameOf(cells: readonly string[], mapping: Mapping): string {
  const cell = (field: ImportField) => cells[mapping.indexOf(field)]?.trim() ?? ""
  const person = cell("fullName") || `${cell("firstName")} ${cell("lastName")}`.trim()
  return cell("company") || person || cell("email") || cell("id") || "No name"
}

function personOf(data: Record<string, unknown>): string {
  const text = (column: string) => (typeof data[column] === "string" ? data[column] : "")
  return [`${text("firstName")} ${text("lastName")}`.trim(), text("email"), cellWord("country", data.country)].filter(Boolean).join(", ")
}

function changesOf(data: Record<string, unknown>, before: Record<string, unknown>): ImportRowView["changes"] {
  return Object.entries(importFields).flatMap(([field, { label, column }]) => {
    if (!column || !(column in before)) return []
    const [from, to] = column === "ownerId" ? [before.ownerName, data.ownerName] : [before[column], data[column]]
    const word = (value: unknown) => (column === "ownerId" ? String(value ?? "") : cellWord(field as ImportField, value))
    return [{ label, from: word(from), to: word(to) }]
  })
}
