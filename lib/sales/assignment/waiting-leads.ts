import type { Ctx } from "@/lib/platform/context"
import type { Given } from "./plan"

/** So long after rules found nobody who can take a lead they are asked again. */
const againMs = 2 * 60_000

export const askedAgainAt = (now: Date): Date => new Date(now.getTime() + againMs)

/** Leads that nobody owns and nobody can take wait until somebody can; those that were given wait no more. */
export async function keepWaiting(
  { tx, now }: Pick<Ctx, "tx" | "now">,
  leads: readonly { id: string; ownerId: string | null }[],
  outcomes: readonly Given[],
): Promise<void> {
  const unowned = new Set(leads.flatMap(({ id, ownerId }) => (ownerId === null ? [id] : [])))
  const idsOf = (is: Given["is"]) =>
    outcomes.flatMap((outcome) => (outcome.is === is && unowned.has(outcome.leadId) ? [outcome.leadId] : []))
  const [passed, given] = [idsOf("passed"), idsOf("given")]
  if (given.length > 0) await tx.assignmentWait.deleteMany({ where: { leadId: { in: given } } })
  if (passed.length === 0) return
  await tx.$executeRaw`
    insert into sales.assignment_wait (lead_id, since, next_at) select id, ${now}, ${askedAgainAt(now)} from unnest(${passed}::uuid[]) as passed (id)
    on conflict do nothing`
}
