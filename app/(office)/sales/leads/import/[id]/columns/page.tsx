import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { importFieldChoices } from "@/components/exchange/import-field-choices"
import { ImportFrame } from "@/components/exchange/import-frame"
import { MapColumns } from "@/components/exchange/map-columns"
import { getImport, listSamples } from "@/lib/exchange/import/queries"
import { refusalToPrepare } from "@/lib/exchange/import/rules"
import { requireStaff } from "@/lib/identity/actor"

export const metadata: Metadata = { title: "Map columns" }

export default async function ColumnsPage({ params }: { params: Promise<{ id: string }> }) {
  await requireStaff("lead:import")
  const run = await getImport((await params).id)
  if (!run) notFound()
  if (refusalToPrepare(run)) redirect(`/sales/leads/import/${run.id}`)
  const samples = await listSamples(run.id, run.headers.length)
  return (
    <ImportFrame step="columns" run={run}>
      <MapColumns id={run.id} headers={run.headers} samples={samples} mapping={run.mapping} fields={importFieldChoices} />
    </ImportFrame>
  )
}
