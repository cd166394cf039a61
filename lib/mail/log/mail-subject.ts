import { z } from "zod"
import type { RecordRef } from "@/lib/platform/audit"
import type { Tx } from "@/lib/platform/db"
import { getActivityToJudge } from "@/lib/sales/activities/get-activity-to-judge"

const About = z.object({
  prospectId: z.uuid().optional(),
  memberId: z.uuid().optional(),
  personId: z.uuid().optional(),
  activityId: z.uuid().optional(),
})

/** Whose mail it is, for the audit. */
export async function mailSubject(tx: Tx, mail: { id: string; about: unknown; toName: string; subject: string }): Promise<RecordRef> {
  const { prospectId, memberId, personId, activityId } = About.safeParse(mail.about).data ?? {}
  const label = mail.toName || mail.subject
  if (prospectId) {
    const prospect = await tx.prospect.findUnique({ where: { id: prospectId }, select: { number: true } })
    return { kind: "prospect", id: prospectId, label: prospect?.number ?? label }
  }
  if (memberId) return { kind: "member", id: memberId, label }
  if (personId) return { kind: "person", id: personId, label }
  if (activityId && (await tx.activity.count({ where: { id: activityId } })) > 0) return (await getActivityToJudge(tx, activityId)).record
  return { kind: "mail", id: mail.id, label }
}
