import { db } from "@/lib/platform/db"

/** Whether everything has been compared by the rules in force. */
export async function isSweepOver(): Promise<boolean> {
  const sweep = await db.matchSweep.findUnique({ where: { id: 1 }, select: { finishedAt: true } })
  return sweep?.finishedAt != null
}
