import type { FieldChange } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import type { Prisma, Tx } from "@/lib/platform/db"
import { overtaken } from "@/lib/platform/overtaken"
import { leadKeys } from "@/lib/sales/leads/lead-keys"
import { companyDomain, nameKey } from "@/lib/sales/match-keys"
import { accountSearchText, contactSearchText } from "@/lib/sales/search-texts"
import { columnsOf, type Keeps, keepsByDefault, type MergeKind, mergeFields, textsOf } from "./merge-fields"
import type { MergeRow } from "./read-merge"

type Data = Record<string, unknown>
type Kept = { data: Data; changes: FieldChange[]; fields: string[] }

/** What is written on the record that stays, so that of each field the chosen value stays: by column, with its history. */
export function keepFields(kind: MergeKind, primary: MergeRow, loser: MergeRow, keeps: Readonly<Record<string, Keeps>>): Kept {
  const kept: Kept = { data: {}, changes: [], fields: [] }
  const given = new Map<string, unknown>(Object.entries(loser))
  for (const field of mergeFields(kind, primary, loser)) {
    const [stood, comes] = [textsOf(field, primary), textsOf(field, loser)]
    if ((keeps[field.key] ?? keepsByDefault(stood, comes)) === "primary") continue
    for (const column of columnsOf(field)) kept.data[column] = given.get(column)
    const changes = Object.keys(stood).map((part) => ({ field: part, from: stood[part] ?? null, to: comes[part] ?? null }))
    kept.changes.push(...changes.filter(({ from, to }) => from !== to))
    if (changes.some(({ from, to }) => from !== to)) kept.fields.push(field.label)
    if ("accountId" in kept.data && field.key === "account") kept.data.accountName = given.get("accountName")
  }
  return kept
}

type Lead = Parameters<typeof leadKeys>[0]
type Account = Parameters<typeof accountSearchText>[0] & { website: string | null; email: string | null; domain: string | null }
type Contact = Parameters<typeof contactSearchText>[0] & { accountName: string | null }

/** What the record is found by, once its fields are chosen. */
const found: Record<MergeKind, (after: MergeRow, before: MergeRow, loser: MergeRow) => Data> = {
  lead: (after) => leadKeys(after as unknown as Lead),
  account: (row, before, loser) => {
    const after = row as unknown as Account
    // A domain that came from its lead's email stays until a website says otherwise.
    const domain = after.website === before.website ? (after.domain ?? loser.domain) : companyDomain(after.website, after.email)
    return { searchText: accountSearchText(after), nameKey: nameKey(after.name), domain }
  },
  contact: (row) => {
    const after = row as unknown as Contact
    return { searchText: contactSearchText(after, after.accountName) }
  },
}

const write: Record<MergeKind, (tx: Tx, where: { id: string; version: number }, data: never) => Promise<Prisma.BatchPayload>> = {
  lead: (tx, where, data) => tx.lead.updateMany({ where, data }),
  account: (tx, where, data) => tx.account.updateMany({ where, data }),
  contact: (tx, where, data) => tx.contact.updateMany({ where, data }),
}

/** Writes the record that stays, and what it is found by. Returns it as it is then. */
export async function writeKept(ctx: Ctx, kind: MergeKind, primary: MergeRow, loser: MergeRow, data: Data): Promise<MergeRow> {
  const after = { ...primary, ...data } as MergeRow
  const { accountName: _, ...columns } = { ...data, ...found[kind](after, primary, loser) } as Data
  const changed = { ...columns, version: { increment: 1 } }
  const { count } = await write[kind](ctx.tx, { id: primary.id, version: primary.version }, changed as never)
  if (count === 0) throw await overtaken(ctx, primary.id)
  return { ...after, version: primary.version + 1 }
}

/** Brings up to date what a record is found by, after some of its columns went back and others stayed. */
export async function refreshKeys(tx: Tx, kind: MergeKind, row: MergeRow): Promise<void> {
  await write[kind](tx, { id: row.id, version: row.version }, found[kind](row, row, row) as never)
}
