import type { Ctx } from "@/lib/platform/context"
import { groupBy } from "@/lib/platform/group-by"
import { newId } from "@/lib/platform/ids"
import { notify } from "@/lib/platform/notify"

export type Assigned = { personId: string; leadId: string; label: string; rule: string }

/** What comes so soon after another unread word of leads is told together with it. */
const togetherMs = 600_000

const counted = (count: number) => `${count} ${count === 1 ? "lead" : "leads"}`

/** Tells owners by the bell of the leads that rules gave them: of one by its name, of many at once as one digest that grows until it is read. */
export async function tellAssigned(ctx: Ctx, assigned: readonly Assigned[]): Promise<void> {
  const byPerson = groupBy(assigned, ({ personId }) => personId)
  for (const [personId, leads] of byPerson) {
    if (personId === ctx.actor.id) continue
    const before = await takeUnread(ctx, personId)
    const [first] = leads
    const total = before + leads.length
    if (first === undefined) continue
    const record =
      total === 1
        ? { kind: "lead" as const, id: first.leadId, label: first.label }
        : { kind: "leads" as const, id: personId, label: counted(total) }
    notify(ctx, {
      kind: "lead_assigned",
      subjectId: newId(),
      personId,
      record,
      text: total === 1 ? first.rule : `Among them ${first.label}`,
    })
  }
}

/** Takes back what somebody was told a moment ago and has not read; how many leads that was about. */
async function takeUnread({ tx, now }: Ctx, personId: string): Promise<number> {
  const taken = await tx.$queryRaw<{ label: string; kind: string }[]>`
    delete from platform.notification where person_id = ${personId}::uuid and kind = 'lead_assigned' and read_at is null
      and at > ${new Date(now.getTime() - togetherMs)} returning record_label as label, record_kind as kind`
  return taken.reduce((sum, { label, kind }) => sum + (kind === "leads" ? Number.parseInt(label, 10) || 1 : 1), 0)
}
