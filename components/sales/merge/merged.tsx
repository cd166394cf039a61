import { notFound } from "next/navigation"
import { MergedPage } from "@/components/sales/merge/merged-page"
import type { Staff } from "@/lib/identity/actor"
import type { RecordKind } from "@/lib/platform/audit"
import { getMergedRecord, getMergedView } from "@/lib/sync/get-merged"

/** The title of a record's page whose record is not there. */
export const mergedTitle = async (id: string): Promise<string> => (await getMergedRecord(id))?.label ?? "Not found"

/** In place of a record that is not there: where it went, if it became part of another. */
export async function Merged({ staff, kind, id }: { staff: Staff; kind: RecordKind; id: string }) {
  const view = await getMergedView(staff, id, new Date())
  if (view?.record.kind !== kind) notFound()
  return <MergedPage view={view} />
}
