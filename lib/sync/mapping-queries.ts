import { db, Prisma } from "@/lib/platform/db"
import { fieldTexts } from "@/lib/platform/editable"
import { currentMapping } from "./carry-on"
import { defaultMapping, leadSources, type Mapping, requestSources } from "./conversion/mapping"
import { changesBetween, type Sample } from "./conversion/mapping-rules"
import { readMapping } from "./conversion/stored-mapping"

export type MappingVersion = { version: number; at: Date | null; by: string | null; restoredFrom: number | null; changes: string[] }

/** How many of the newest records have a value in each field; `of` is how many were looked at, `isAll` whether there are no others. */
export type Filled = { of: number; isAll: boolean; by: Record<string, number> }

export type MappingPage = {
  mapping: Mapping
  versions: MappingVersion[]
  samples: Sample[]
  /** By record: request and lead. */
  filled: Record<string, Filled>
}

const versionsShown = 20
const samplesTaken = 25
const lookedAt = 10_000

/** Everything that the page of the field mapping shows. */
export async function getMappingPage(): Promise<MappingPage> {
  const [mapping, versions, samples, requests, leads] = await Promise.all([
    currentMapping(db),
    listVersions(),
    takeSamples(),
    countFilled(Prisma.sql`commerce.prospect`, Prisma.sql`submitted_at`, requestColumns),
    countFilled(Prisma.sql`sales.lead`, Prisma.sql`created_at`, leadColumns),
  ])
  return { mapping, versions, samples, filled: { request: requests, lead: leads } }
}

async function listVersions(): Promise<MappingVersion[]> {
  const rows = await db.fieldMapping.findMany({ orderBy: { version: "desc" }, take: versionsShown + 1 })
  const house: MappingVersion = { version: 0, at: null, by: null, restoredFrom: null, changes: [] }
  const shown = rows.slice(0, versionsShown).map(({ version, at, actorName, restoredFrom, parts }, place) => {
    const before = rows[place + 1]
    const { parts: stood } = before ? readMapping(before) : defaultMapping
    return { version, at, by: actorName, restoredFrom, changes: changesBetween(stood, readMapping({ version, parts }).parts) }
  })
  return [...shown, house]
}

/** The newest leads and the requests that they came from, as a mapping reads them. Each store is asked by itself. */
async function takeSamples(): Promise<Sample[]> {
  const leads = await db.lead.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: samplesTaken })
  const prospects = await db.prospect.findMany({ where: { id: { in: leads.flatMap(({ prospectId }) => prospectId ?? []) } } })
  const requests = new Map(prospects.map((prospect) => [prospect.id, fieldTexts(requestSources, prospect)]))
  return leads.map((lead) => ({
    id: lead.id,
    label: lead.companyName,
    request: requests.get(lead.prospectId ?? "") ?? null,
    lead: fieldTexts(leadSources, lead),
  }))
}

const snake = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

type Counted = { key: string; column: string; isYesNo: boolean }
const countable = (fields: Readonly<Record<string, { column: string; kind: string }>>): Counted[] =>
  Object.entries(fields).map(([key, { column, kind }]) => ({ key, column: snake(column), isYesNo: kind === "yes-no" }))
const requestColumns = countable(requestSources)
const leadColumns = countable(leadSources)

/** Reads a bounded number of the newest rows, whatever the table holds. */
async function countFilled(table: Prisma.Sql, newest: Prisma.Sql, columns: readonly Counted[]): Promise<Filled> {
  const named = columns.map(({ column }) => Prisma.raw(`"${column}"`))
  const counts = columns.map(({ key, column, isYesNo }) =>
    isYesNo ? Prisma.raw(`count(*) filter (where "${column}") as "${key}"`) : Prisma.raw(`count("${column}") as "${key}"`),
  )
  const [row] = await db.$queryRaw<Record<string, bigint>[]>`
    select count(*) as "of rows", ${Prisma.join(counts)}
    from (select ${Prisma.join(named)} from ${table} order by ${newest} desc, id desc limit ${lookedAt + 1}) as looked_at`
  const { "of rows": of = 0n, ...by } = row ?? {}
  return {
    of: Math.min(Number(of), lookedAt),
    isAll: Number(of) <= lookedAt,
    by: Object.fromEntries(Object.entries(by).map(([key, count]) => [key, Math.min(Number(count), lookedAt)])),
  }
}
