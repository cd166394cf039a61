import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { AppError, notFound } from "@/lib/platform/errors"
import type { AddressRef } from "../schema"

/** Lets mail go to an address again that was blocked since mail came back from it. What failed meanwhile waits for somebody to retry it. */
export async function liftBlock(ctx: Ctx, { blockId }: AddressRef): Promise<{ address: string }> {
  const { tx, now, actor } = ctx
  const block = await tx.blockedAddress.findUnique({ where: { id: blockId } })
  if (!block) throw notFound("block")
  const lifted = await tx.blockedAddress.updateMany({
    where: { id: blockId, liftedAt: null },
    data: { liftedAt: now, liftedBy: actor.name },
  })
  if (lifted.count === 0) throw new AppError("conflict", `${block.liftedBy ?? "Somebody"} has lifted this block already.`)
  const touched = block.mailId ? (await tx.mail.findUnique({ where: { id: block.mailId }, select: { recordIds: true } }))?.recordIds : []
  auditMove(ctx, { move: "address.lift", record: { kind: "address", id: blockId, label: block.address }, reason: block.reason, touched })
  return { address: block.address }
}
