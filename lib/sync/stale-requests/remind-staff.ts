import { may, staffRoles } from "@/lib/identity/permissions"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"
import { notify } from "@/lib/platform/notify"

export type Waiting = { id: string; number: string; companyName: string; ownerId: string | null }

const mostTold = 50
/** More than so many at once, as when reminders are switched on, are told of together. */
const oneByOne = 3

const rolesOfDeciders = staffRoles.filter((role) => may(role, "prospect:approve"))

/** Reminds of requests that nobody decided for so many days, by the bell, once for each: their owner, or where nobody has one all who decide. */
export async function remindStaff(ctx: Ctx, waiting: readonly Waiting[], days: number): Promise<void> {
  const { tx, now } = ctx
  await tx.prospect.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { staffRemindedAt: now } })
  const who = await tx.person.findMany({
    where: { staffRole: { in: rolesOfDeciders }, disabledAt: null },
    orderBy: { createdAt: "asc" },
    take: mostTold,
    select: { id: true },
  })
  const works = new Set(who.map(({ id }) => id))
  const isTheirs = ({ ownerId }: Waiting, personId: string) => (ownerId && works.has(ownerId) ? ownerId === personId : true)
  const togetherId = newId()
  for (const { id: personId } of who) {
    const theirs = waiting.filter((one) => isTheirs(one, personId))
    const together = { kind: "prospects" as const, id: togetherId, label: `${theirs.length} requests` }
    if (theirs.length > oneByOne)
      notify(ctx, { kind: "reminder", subjectId: together.id, personId, record: together, text: `They wait for more than ${days} days.` })
    else
      for (const { id, number, companyName } of theirs)
        notify(ctx, {
          kind: "reminder",
          subjectId: `${id}:undecided`,
          personId,
          record: { kind: "prospect", id, label: number },
          text: `${companyName} waits for more than ${days} days.`,
        })
  }
  for (const { id, number } of waiting) auditMove(ctx, { move: "prospect.remind_staff", record: { kind: "prospect", id, label: number } })
}
