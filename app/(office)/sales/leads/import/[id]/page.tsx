import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { ImportFrame } from "@/components/exchange/import-frame"
import { ImportOutcome } from "@/components/exchange/import-outcome"
import { ImportProgress } from "@/components/exchange/import-progress"
import { ImportRows } from "@/components/exchange/import-rows"
import { OutcomeCommands } from "@/components/exchange/outcome-commands"
import { readRowsAsked } from "@/components/exchange/rows-asked"
import { getImport, listImportRows, results } from "@/lib/exchange/import/queries"
import { importStates, refusalToUndo } from "@/lib/exchange/import/rules"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"

export const metadata: Metadata = { title: "Import" }

type OneImportPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export default async function OneImportPage({ params, searchParams }: OneImportPageProps) {
  await requireStaff("lead:import")
  const run = await getImport((await params).id)
  if (!run) notFound()
  const path = `/sales/leads/import/${run.id}`
  if (run.state === "mapping") redirect(`${path}/columns`)
  if (run.state === "checking" || run.state === "ready") redirect(`${path}/preview`)
  const isUnderWay = run.state === "reading" || run.state === "uploading" || run.state === "importing" || run.state === "undoing"
  const hasRows = run.state === "done" || run.state === "undone"
  const asked = readRowsAsked(await searchParams, results)
  const page = hasRows ? await listImportRows(run, asked.filter, asked.after) : null
  const counts = { created: run.created, updated: run.updated, skipped: run.skipped }
  const left = { undone: run.undone, kept: run.kept, skipped: run.skipped }
  const commands = <OutcomeCommands run={run} refusal={refusalToUndo(run, new Date())?.message ?? null} />
  return (
    <ImportFrame step={importStates[run.state].step} run={run} commands={commands}>
      {isUnderWay ? (
        <ImportProgress id={run.id} state={run.state} through={run.through} rowCount={run.rowCount} />
      ) : (
        <ImportOutcome run={run} />
      )}
      {page && (
        <ImportRows
          path={path}
          label="Report"
          counts={run.state === "undone" ? left : counts}
          total={run.rowCount}
          asked={asked}
          {...page}
        />
      )}
    </ImportFrame>
  )
}
