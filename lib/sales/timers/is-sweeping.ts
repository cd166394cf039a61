import { db } from "@/lib/platform/db"

/** Whether the worker is still giving leads their new due times, after hours or targets were changed. */
export async function isSweeping(): Promise<boolean> {
  return (await db.timerWork.count({ where: { id: 1, sweepFrom: { not: null } } })) > 0
}
