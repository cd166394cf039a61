import { hostname } from "node:os"
import { db } from "./db"
import { newId } from "./ids"
import { version } from "./version"
import { dayMs } from "./zone"

const beatEveryMs = 10_000
const forgottenMs = 7 * dayMs

const me = { id: newId(), host: hostname(), pid: process.pid, version, startedAt: new Date() }
let beatAt = 0

/** Says that this worker lives, every ten seconds; workers that were silent for a week are forgotten. */
export async function beat(): Promise<boolean> {
  const now = new Date()
  if (now.getTime() - beatAt < beatEveryMs) return false
  await db.workerBeat.upsert({ where: { id: me.id }, create: { ...me, beatAt: now }, update: { beatAt: now } })
  if (beatAt === 0) await db.workerBeat.deleteMany({ where: { beatAt: { lt: new Date(now.getTime() - forgottenMs) } } })
  beatAt = now.getTime()
  return false
}

/** Says that this worker ends of its own will. */
export const lastBeat = () => db.workerBeat.deleteMany({ where: { id: me.id } })
