import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ChooseAll } from "@/components/bulk/choose-all"
import { readItemsAsked } from "@/components/bulk/items-asked"
import { RunCommands } from "@/components/bulk/run-commands"
import { RunFrame } from "@/components/bulk/run-frame"
import { RunItems } from "@/components/bulk/run-items"
import { RunProgress } from "@/components/bulk/run-progress"
import { RunSummary } from "@/components/bulk/run-summary"
import { countedRecords } from "@/lib/bulk/kinds"
import { countAsks, countOpenChoices, getRun, listRunItems, type RunView, results, verdicts } from "@/lib/bulk/queries"
import { bulkRunStates, refusalToChoose, refusalToStart, refusalToStop, refusalToUndo } from "@/lib/bulk/rules"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { SearchParams } from "@/lib/platform/list-query"

type RunPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: RunPageProps): Promise<Metadata> {
  await requireStaff("lead:read")
  return { title: (await getRun((await params).id))?.title ?? "Run" }
}

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const staff = await requireStaff("lead:read")
  const run = await getRun((await params).id)
  if (!run) notFound()
  const now = new Date()
  const asked = readItemsAsked(await searchParams, [...verdicts, ...results])
  const page = await listRunItems(run, asked.filter, asked.after)
  const refusals = {
    start: refusalToStart(run, staff)?.message ?? null,
    stop: refusalToStop(run, staff)?.message ?? null,
    undo: refusalToUndo(run, staff, now)?.message ?? null,
  }
  const asks = await countAsks(run)
  const mayChoose = refusalToChoose(run, staff) === null
  const count = `${countedRecords(run.list, run.total)} · ${run.source}`
  return (
    <RunFrame
      list={run.list}
      title={run.title}
      count={count}
      commands={<RunCommands run={run} refusals={refusals} mayExport={may(staff.staffRole, "list:export")} />}
    >
      {bulkRunStates[run.state].isUnderWay && <RunProgress key={run.state} {...run} />}
      <RunSummary run={run} asks={asks} now={now} />
      {mayChoose && run.state === "ready" && (
        <ChooseAll runId={run.id} open={run.choose > 0 ? await countOpenChoices(run.id) : 0} second={run.second} />
      )}
      <RunItems run={run} counts={countsOf(run)} asked={asked} mayChoose={mayChoose} {...page} />
    </RunFrame>
  )
}

/** The groups that a run's records stand in: before it began by what was found, afterwards by what became of them. */
function countsOf({ state, ready, choose, second, blocked, done, skipped, failed, undone, kept }: RunView) {
  if (state === "undoing" || state === "undone") return { undone, kept, skipped, ...(failed > 0 ? { failed } : {}) }
  if (state === "running" || state === "releasing" || state === "done") return { done, skipped, failed }
  return { ready, choose, ...(second > 0 ? { second } : {}), blocked }
}
