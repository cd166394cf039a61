import { may } from "@/lib/identity/permissions"
import { thoseWhoMay } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { wallDay } from "@/lib/platform/zone"
import type { ActivityKind, CallDirection } from "@/prisma/generated/enums"
import { refusalByRole, type Worker } from "../worker"

export type { ActivityKind, CallDirection }

export const activityKinds = {
  note: { word: "Note", noun: "note" },
  task: { word: "Task", noun: "task" },
  phone_call: { word: "Phone call", noun: "phone call" },
  appointment: { word: "Appointment", noun: "appointment" },
  email: { word: "Email", noun: "email" },
} as const satisfies Record<ActivityKind, { word: string; noun: string }>

export const callDirections = { outgoing: "Outgoing", incoming: "Incoming" } as const satisfies Record<CallDirection, string>

/** What the rules need to know of an activity. */
export type JudgedActivity = { kind: ActivityKind; actorId: string | null; actorName: string; ownerId: string | null; doneAt: Date | null }

/** Whether somebody may write on the records of Sales at all. */
export const refusalToWrite = (worker: Worker): Refusal | null => refusalByRole(worker, "note:add", "write on records")

/** Only who wrote it may change or delete it, and whoever works everybody's records; an email that was sent stands. */
export function refusalToChange({ kind, actorId, actorName }: JudgedActivity, worker: Worker): Refusal | null {
  const refused = refusalToWrite(worker)
  if (refused) return refused
  if (kind === "email") return { code: "conflict", message: "An email cannot be changed once it is written. Cancel it while it waits." }
  if (actorId === worker.id || may(worker.staffRole, "sales:work-any")) return null
  const { noun } = activityKinds[kind]
  return { code: "forbidden", message: `${actorName} wrote this ${noun}. ${actorName} or ${thoseWhoMay("sales:work-any")} can change it.` }
}

/** A task is done by whom it is for, by who gave it, or by whoever works everybody's records. */
function refusalByPart({ actorId, ownerId }: JudgedActivity, worker: Worker, deed: string): Refusal | null {
  if (ownerId === worker.id || actorId === worker.id || may(worker.staffRole, "sales:work-any")) return null
  return {
    code: "forbidden",
    message: `This task is somebody else's. Who has it, who gave it, or ${thoseWhoMay("sales:work-any")} can ${deed} it.`,
  }
}

export function refusalToComplete(task: JudgedActivity, worker: Worker): Refusal | null {
  const refused = refusalToWrite(worker)
  if (refused) return refused
  if (task.kind !== "task") return { code: "conflict", message: "Only a task can be completed." }
  if (task.doneAt) return { code: "conflict", message: "This task is done already." }
  return refusalByPart(task, worker, "complete")
}

export function refusalToReopen(task: JudgedActivity, worker: Worker): Refusal | null {
  const refused = refusalToWrite(worker)
  if (refused) return refused
  if (task.kind !== "task") return { code: "conflict", message: "Only a task can be opened again." }
  if (!task.doneAt) return { code: "conflict", message: "This task is still open." }
  return refusalByPart(task, worker, "reopen")
}

export type AttachmentLimits = { maxMb: number; perNote: number }

/** A file in bytes, beside those that wait for the note already. */
export function refusalToAttach(
  { size, waiting }: { size: number; waiting: number },
  { maxMb, perNote }: AttachmentLimits,
): Refusal | null {
  if (size === 0) return { code: "invalid", message: "This file is empty." }
  if (size > maxMb * 1_048_576)
    return { code: "invalid", message: `This file has ${megabytes(size)}. A file may have ${maxMb} MB at most.` }
  if (waiting >= perNote) return { code: "invalid", message: `A note takes ${perNote} files at most. Remove one first.` }
  return null
}

/** Rounded up, so that what is too large reads so. */
const megabytes = (size: number): string => `${(Math.ceil((size / 1_048_576) * 10) / 10).toFixed(1)} MB`

/** A task without a time is due on a day wherever one is; it is kept as that day's midnight in UTC. */
type Due = { dueAt: Date | null; dueHasTime: boolean }

/** In how many days a task is due, by the calendar of a zone. */
const daysUntil = (dueAt: Date, dueHasTime: boolean, now: Date, zone: string): number =>
  wallDay(dueHasTime ? zone : "UTC", dueAt.getTime()) - wallDay(zone, now.getTime())

/** A task is late from its time on, or once its day is over for whoever looks. */
export function isLate({ dueAt, dueHasTime }: Due, now: Date, zone = viewerZone()): boolean {
  if (!dueAt) return false
  return dueHasTime ? dueAt <= now : daysUntil(dueAt, false, now, zone) < 0
}

/** When a task is due, in words beside its date: "2 days late", "today", "tomorrow", "in 5 days"; null without a day. Days are those of whoever looks. */
export function dueWord({ dueAt, dueHasTime }: Due, now: Date, zone = viewerZone()): string | null {
  if (!dueAt) return null
  const days = daysUntil(dueAt, dueHasTime, now, zone)
  if (isLate({ dueAt, dueHasTime }, now, zone)) return days === 0 ? "late since today" : `${-days} ${days === -1 ? "day" : "days"} late`
  if (days === 0) return "today"
  return days === 1 ? "tomorrow" : `in ${days} days`
}

/** When something is to be done, as a day's list of it is told. */
export const dueStretches = {
  late: "Late",
  today: "Today",
  soon: "In the next seven days",
  later: "Later",
  never: "Without a day",
} as const
export type DueStretch = keyof typeof dueStretches

export function dueStretchOf(task: Due, now: Date, zone = viewerZone()): DueStretch {
  const { dueAt, dueHasTime } = task
  if (!dueAt) return "never"
  if (isLate(task, now, zone)) return "late"
  const days = daysUntil(dueAt, dueHasTime, now, zone)
  return days === 0 ? "today" : days <= 7 ? "soon" : "later"
}

/** Whoever wrote an appointment down is reminded of it as long before as they chose; of what has begun already nobody is. */
export function remindAtOf({ at, remind }: { at: Date; remind?: number | null }, now: Date): Date | null {
  if (remind === undefined || remind === null || at <= now) return null
  return new Date(at.getTime() - remind * 60_000)
}

/** How long before an appointment its reminder was set to, as a form has it; empty without one. */
export const remindOf = ({ at, remindAt }: { at: Date; remindAt: Date | null }): string =>
  remindAt ? String(Math.round((at.getTime() - remindAt.getTime()) / 60_000)) : ""
