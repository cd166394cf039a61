import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { EarlierImport } from "@/components/exchange/earlier-import"
import { ImportFrame } from "@/components/exchange/import-frame"
import { ImportProgress } from "@/components/exchange/import-progress"
import { ImportRows } from "@/components/exchange/import-rows"
import { PreviewCommands } from "@/components/exchange/preview-commands"
import { readRowsAsked } from "@/components/exchange/rows-asked"
import { getEarlierImport, getImport, listImportRows, outcomes } from "@/lib/exchange/import/queries"
import { refusalToImport } from "@/lib/exchange/import/rules"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Preview" }

type PreviewPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
  await requireStaff("lead:import")
  const run = await getImport((await params).id)
  if (!run) notFound()
  if (run.state !== "checking" && run.state !== "ready") redirect(`/sales/leads/import/${run.id}`)
  const asked = readRowsAsked(await searchParams, outcomes)
  const isReady = run.state === "ready"
  const [page, earlier] = await Promise.all([
    isReady ? listImportRows(run, asked.filter, asked.after) : { rows: [], next: null },
    getEarlierImport(run.id, run.fileHash),
  ])
  const counts = { create: run.toCreate, update: run.toUpdate, skip: run.toSkip }
  return (
    <ImportFrame step="preview" run={run} commands={<PreviewCommands run={run} refusal={refusalToImport(run)?.message ?? null} />}>
      <EarlierImport earlier={earlier} />
      {isReady ? (
        <ImportRows
          path={`/sales/leads/import/${run.id}/preview`}
          label="Preview"
          counts={counts}
          total={run.rowCount}
          asked={asked}
          {...page}
        />
      ) : (
        <ImportProgress id={run.id} state={run.state} through={run.through} rowCount={run.rowCount} />
      )}
    </ImportFrame>
  )
}
