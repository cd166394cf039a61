import { may } from "@/lib/identity/permissions"
import { thoseWhoMay } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { capital } from "@/lib/platform/first-letter"
import { refusalByRole, type Worker } from "@/lib/sales/worker"
import type { BulkRunState } from "@/prisma/generated/enums"
import {
  type BulkKind,
  type BulkList,
  bulkDeeds,
  bulkDeedWords,
  bulkKinds,
  bulkLists,
  bulkNouns,
  bulkOversight,
  countedRecords,
  isFinal,
  mostInRun,
} from "./kinds"

export type { BulkRunState }

export const bulkRunStates = {
  checking: { word: "Looking", isUnderWay: true },
  ready: { word: "Ready", isUnderWay: false },
  running: { word: "Running", isUnderWay: true },
  releasing: { word: "Running", isUnderWay: true },
  done: { word: "Done", isUnderWay: false },
  undoing: { word: "Undoing", isUnderWay: true },
  undone: { word: "Undone", isUnderWay: false },
  failed: { word: "Failed", isUnderWay: false },
  canceled: { word: "Canceled", isUnderWay: false },
} as const satisfies Record<BulkRunState, { word: string; isUnderWay: boolean }>

export type JudgedRun = {
  state: BulkRunState
  kind: string
  list: string
  personId: string
  personName: string
  ready: number
  chosen: number
  done: number
  undoableUntil: Date | null
  undoneBy: string | null
}

const conflict = (message: string): Refusal => ({ code: "conflict", message })

/** Whether this kind of deed is open to somebody on this list: who may do it singly may do it in bulk. */
export function refusalToBegin(worker: Worker, list: BulkList, kind: BulkKind): Refusal | null {
  const permission = bulkDeeds[list][kind]
  if (!permission) return { code: "invalid", message: `There is no ${bulkKinds[kind].word} for many ${bulkNouns[list][1]}.` }
  return (
    refusalByRole(worker, "run:start", `change many ${bulkNouns[list][1]} at once`) ??
    refusalByRole(worker, permission, bulkDeedWords(list, kind))
  )
}

/** All that match a view, for those who manage; others have all of their own that match. */
export const takesAll = (worker: Worker): boolean => may(worker.staffRole, "run:all")

export function refusalOfSize(list: BulkList, count: number): Refusal | null {
  if (count === 0) return conflict(`There is no ${bulkNouns[list][0]} here to change.`)
  if (count <= mostInRun) return null
  return conflict(
    `A run takes at most ${countedRecords(list, mostInRun)}, and this view holds more. Narrow it by a filter, or take it in parts.`,
  )
}

const over: Partial<Record<BulkRunState, string>> = {
  running: "It has begun already.",
  releasing: "It has begun already.",
  done: "It is done already.",
  undoing: "It is being taken back.",
  undone: "It was taken back. Choose the records again.",
  failed: "It failed. Choose the records again.",
  canceled: "It was discarded. Choose the records again.",
}

/** The run of whoever looked at it: it was judged by what that person may. */
export function refusalToStart(run: JudgedRun, worker: Worker): Refusal | null {
  if (run.state === "checking") return conflict("The records are still being looked at. Wait until all are.")
  if (run.state !== "ready") return conflict(over[run.state] ?? "It cannot begin.")
  if (run.personId !== worker.id)
    return {
      code: "forbidden",
      message: `${run.personName} prepared this run, and what may be done was judged for ${run.personName}. Choose the records yourself to begin one.`,
    }
  if (run.ready + run.chosen > 0) return null
  return conflict("Nothing here can be done: each record is blocked, or needs a choice first.")
}

function refusalToTouch(run: JudgedRun, worker: Worker, deed: string): Refusal | null {
  const { touch } = bulkOversight[bulkLists.find((list) => list === run.list) ?? "leads"]
  if (run.personId === worker.id || may(worker.staffRole, touch)) return null
  return {
    code: "forbidden",
    message: `${run.personName} started this run. ${capital(run.personName)} or ${thoseWhoMay(touch)} can ${deed} it.`,
  }
}

/** Before it began, a run is discarded; afterwards it stops where it is. */
export function refusalToStop(run: JudgedRun, worker: Worker): Refusal | null {
  if (run.state === "checking" || run.state === "ready") return refusalToTouch(run, worker, "discard")
  if (run.state !== "running") return conflict(`There is nothing to stop: ${bulkRunStates[run.state].word.toLowerCase()}.`)
  return refusalToTouch(run, worker, "stop")
}

export function refusalToUndo(run: JudgedRun, worker: Worker, now: Date): Refusal | null {
  if (run.state === "undoing" || run.state === "undone") return conflict(`${run.undoneBy} takes this run back already.`)
  if (run.state === "running" || run.state === "releasing") return conflict("It still runs. Stop it, or wait for its end, to take it back.")
  if (run.state !== "done" || run.done === 0) return conflict("This run changed nothing.")
  if (isFinal(run.kind))
    return conflict("What this run opened again is not closed by Undo: it is decided anew, each by itself or many at once.")
  if (!run.undoableUntil || now >= run.undoableUntil)
    return conflict("The time to undo is over and its mails have left. Change the records one by one, or choose them again.")
  return refusalToTouch(run, worker, "undo")
}

/** Whether choices may still be made, and by whom. */
export function refusalToChoose(run: JudgedRun, worker: Worker): Refusal | null {
  if (run.state !== "checking" && run.state !== "ready") return conflict(over[run.state] ?? "It is too late to choose.")
  if (run.personId === worker.id) return null
  return { code: "forbidden", message: `${run.personName} prepared this run and makes its choices.` }
}
