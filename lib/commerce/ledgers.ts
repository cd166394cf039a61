import { db } from "@/lib/platform/db"

const newest = { orderBy: { at: "desc" }, take: 200 } as const

/** What the ledgers of the ground hold about a record: moves, letters, dual-writes; newest first, up to 200 of each. */
export async function getLedgers(recordId: string) {
  const [moves, mails, dualWrites] = await Promise.all([
    db.auditEntry.findMany({
      where: { recordIds: { has: recordId } },
      ...newest,
      select: {
        id: true,
        at: true,
        move: true,
        actorName: true,
        actorRole: true,
        recordKind: true,
        recordId: true,
        recordLabel: true,
        from: true,
        to: true,
        reason: true,
      },
    }),
    db.mail.findMany({
      where: { recordIds: { has: recordId } },
      orderBy: { createdAt: "desc" },
      take: 200,
      select: {
        id: true,
        letter: true,
        subject: true,
        toName: true,
        toAddress: true,
        state: true,
        attempts: true,
        lastError: true,
        createdAt: true,
        sendAfter: true,
        sentAt: true,
      },
    }),
    db.dualWrite.findMany({
      where: { OR: [{ sourceId: recordId }, { targetId: recordId }] },
      orderBy: { seq: "desc" },
      take: 200,
      select: {
        seq: true,
        map: true,
        at: true,
        operation: true,
        state: true,
        sourceKind: true,
        sourceId: true,
        sourceLabel: true,
        targetKind: true,
        targetId: true,
        targetLabel: true,
      },
    }),
  ])
  return { moves, mails, dualWrites: dualWrites.map(({ seq, ...row }) => ({ ...row, id: String(seq) })) }
}

export type Ledgers = Awaited<ReturnType<typeof getLedgers>>
export type MoveRow = Ledgers["moves"][number]
export type MailRow = Ledgers["mails"][number]
export type DualWriteRow = Ledgers["dualWrites"][number]
