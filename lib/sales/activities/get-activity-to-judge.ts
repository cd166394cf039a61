import type { RecordRef } from "@/lib/platform/audit"
import type { Tx } from "@/lib/platform/db"
import { notFound } from "@/lib/platform/errors"
import { aboutColumns, getAbout } from "./get-about"
import { salesNouns } from "./schema"

/** The whole activity and the record that it is about, for a command that is about to judge and change it. */
export async function getActivityToJudge(tx: Tx, id: string) {
  const activity = await tx.activity.findUnique({ where: { id } })
  if (!activity) throw notFound("entry")
  const noun = salesNouns.find((one) => activity[aboutColumns[one]] !== null)
  if (!noun) throw notFound("entry")
  const record: RecordRef = await getAbout(tx, { about: noun, id: activity[aboutColumns[noun]] ?? "" })
  return { ...activity, record }
}

export type ActivityToJudge = Awaited<ReturnType<typeof getActivityToJudge>>
