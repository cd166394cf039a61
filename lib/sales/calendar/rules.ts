import { may } from "@/lib/identity/permissions"
import { whoCan } from "@/lib/identity/who-can"
import type { Refusal } from "@/lib/platform/errors"
import { refusalByRole, type Worker } from "../worker"

/** Everybody keeps their own hours; whose role may, everybody's. */
export function refusalToSetHours(worker: Worker, personId: string, name: string): Refusal | null {
  const refused = refusalByRole(worker, "hours:edit", "change working hours")
  if (refused || worker.id === personId || may(worker.staffRole, "hours:edit-any")) return refused
  return {
    code: "forbidden",
    message: `You can change your own hours. ${whoCan("hours:edit-any").replace(" can.", ` can change those of ${name}.`)}`,
  }
}

/** `users` names what would be left without the calendar. */
export function refusalToRemoveCalendar(calendar: { name: string; isDefault: boolean }, users: number): Refusal | null {
  if (calendar.isDefault) return { code: "conflict", message: `${calendar.name} is the default. Make another calendar the default first.` }
  if (users === 0) return null
  const people = users === 1 ? "1 person or target uses" : `${users} people and targets use`
  return { code: "conflict", message: `${people} ${calendar.name}. Give them other hours first.` }
}
