import { AppError } from "@/lib/platform/errors"
import { skippedHour } from "@/lib/platform/form-shapes"
import { viewerZone } from "@/lib/platform/viewer-zone"
import { instantOf } from "@/lib/platform/zone"
import type { AddTask } from "./schema"

/** A task's day and time, and its reminder, as they are stored. A time without a day says nothing. */
export function taskTimes({ due, dueTime, remindAt }: Pick<AddTask, "due" | "dueTime" | "remindAt">) {
  if (dueTime && !due) throw new AppError("invalid", "Choose the day too.", { fields: { due: "Choose the day too" } })
  return { dueAt: due ? dueOf(due, dueTime) : null, dueHasTime: dueTime !== null, remindAt }
}

/** A time is one on the clocks of whoever types it; a day alone is the same day for everybody. */
function dueOf(due: string, dueTime: string | null): Date {
  const dueAt = instantOf(dueTime ? viewerZone() : "UTC", `${due}T${dueTime ?? "00:00"}`)
  if (dueAt) return dueAt
  throw new AppError("invalid", skippedHour, { fields: { dueTime: skippedHour } })
}
