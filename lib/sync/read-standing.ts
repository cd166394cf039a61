import { z } from "zod"
import type { Tx } from "@/lib/platform/db"
import { findMerged, mergedSentence } from "@/lib/platform/merged-record"
import { isRecordId } from "@/lib/platform/record-href"
import { type MapKey, runningMaps } from "./maps"
import type { MergeKind } from "./merge-fields"
import type { FoundBy, Moved, Taken, Written } from "./merge-rows"
import type { Standing } from "./merge-rules"
import { type MergeRow, readMergeRow, readUndoable } from "./read-merge"

const row = z.record(z.string(), z.unknown())
const Stored = z.object({
  taken: z.array(z.object({ table: z.string(), row })),
  moved: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      isVersioned: z.boolean(),
      rows: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  written: z.array(z.object({ table: z.string(), id: z.string(), label: z.string(), before: row, after: row })),
  texts: z.array(z.object({ table: z.string(), id: z.string(), before: z.string(), after: z.string() })),
})

export type StoredMerge = { taken: Taken[]; moved: Moved[]; written: Written[]; texts: FoundBy[] }

/** What a merge did, as its row has it. */
export const readStored = (merge: unknown): StoredMerge => Stored.parse(merge)

type Merge = { id: string; kind: string; at: Date; primaryId: string; taken: unknown; moved: unknown; written: unknown; texts: unknown }

/** How things stand today between the two records of a merge, as far as taking them apart goes, and the record that stayed. */
export async function readStanding(tx: Tx, merge: Merge, now: Date): Promise<{ standing: Standing; primary: MergeRow | null }> {
  const stored = readStored(merge)
  const kind = merge.kind as MergeKind
  const primary = await readMergeRow(tx, kind, merge.primaryId)
  return {
    primary,
    standing: {
      primary,
      later: await laterMerge(tx, merge, stored),
      adopted: adoptedRequest(stored),
      approvedSince: await approvedSince(tx, merge.at, stored),
      undoable: primary && (await readUndoable(tx, primary, now)),
      stopped: await stoppedMap(tx, kind, stored),
    },
  }
}

/** The merge that took away what this one would come back to, or that went over the same record once more. */
async function laterMerge(tx: Tx, { id, at, primaryId }: Merge, { taken }: StoredMerge): Promise<string | null> {
  const away = await findMerged(tx, primaryId)
  if (away) return mergedSentence(away)
  const uuids = taken
    .flatMap(({ row: each }) => Object.values(each))
    .filter((value): value is string => typeof value === "string" && isRecordId(value))
  const [parent] = await tx.mergedRecord.findMany({ where: { id: { in: uuids }, mergeId: { not: id } }, take: 1 })
  if (parent) return mergedSentence(parent)
  const next = await tx.recordMerge.findFirst({
    where: { primaryId, undoneAt: null, id: { not: id }, at: { gte: at } },
    orderBy: { at: "desc" },
    select: { loserLabel: true, primaryLabel: true, actorName: true, at: true },
  })
  return next && mergedSentence({ label: next.loserLabel, intoLabel: next.primaryLabel, actorName: next.actorName, at: next.at })
}

function adoptedRequest({ written }: StoredMerge): string | null {
  const lead = written.find(({ table }) => table === "sales.lead")
  return lead && lead.before.prospect_number === null && typeof lead.after.prospect_number === "string" ? lead.after.prospect_number : null
}

/** A request that followed, or that was approved into a hierarchy that followed. */
async function approvedSince(tx: Tx, at: Date, { moved }: StoredMerge): Promise<string | null> {
  const idsIn = (of: string) => moved.filter(({ table }) => table === of).flatMap(({ rows }) => rows.map(({ id }) => id))
  const [prospects, hierarchies] = [idsIn("commerce.prospect"), idsIn("commerce.hierarchy")]
  const approved = await tx.prospect.findFirst({
    where: { status: "approved", decidedAt: { gte: at }, OR: [{ id: { in: prospects } }, { hierarchyId: { in: hierarchies } }] },
    select: { number: true },
  })
  return approved?.number ?? null
}

async function stoppedMap(tx: Tx, kind: MergeKind, { taken, written }: StoredMerge): Promise<MapKey | null> {
  const request = written.find(({ table }) => table === "commerce.prospect")
  const customer = taken.some(({ table }) => table === "commerce.customer") || written.some(({ before }) => "sales_id" in before)
  const needed: MapKey | null = request
    ? "status" in request.before
      ? "opportunities_prospects"
      : "prospects_leads"
    : customer
      ? kind === "account"
        ? "accounts_customers"
        : "contacts_customers"
      : null
  return needed && !(await runningMaps(tx)).has(needed) ? needed : null
}
