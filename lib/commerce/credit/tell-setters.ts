import { may, staffRoles } from "@/lib/identity/permissions"
import type { Ctx } from "@/lib/platform/context"
import { notify } from "@/lib/platform/notify"
import { type CreditPartner, creditRecord } from "./lock-credit"

const mostTold = 50

/** Tells everybody who may set credit, by the bell, that something about a partner's waits for them. */
export async function tellSetters(
  ctx: Ctx,
  { subjectId, partner, text }: { subjectId: string; partner: CreditPartner; text: string },
): Promise<void> {
  const who = await ctx.tx.person.findMany({
    where: { staffRole: { in: staffRoles.filter((role) => may(role, "credit:edit")) }, disabledAt: null },
    take: mostTold,
    select: { id: true },
  })
  for (const { id } of who) notify(ctx, { kind: "approval", subjectId, personId: id, record: creditRecord(partner), text })
}
