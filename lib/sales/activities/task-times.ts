import { AppError } from "@/lib/platform/errors"
import type { AddTask } from "./schema"

/** A task's day and time, and its reminder, as they are stored. A time without a day says nothing. */
export function taskTimes({ due, dueTime, remindAt }: Pick<AddTask, "due" | "dueTime" | "remindAt">) {
  if (dueTime && !due) throw new AppError("invalid", "Choose the day too.", { fields: { due: "Choose the day too" } })
  return { dueAt: due ? new Date(`${due}T${dueTime ?? "00:00"}:00Z`) : null, dueHasTime: dueTime !== null, remindAt }
}
