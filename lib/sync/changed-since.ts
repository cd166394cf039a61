import type { RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { toldMoment } from "@/lib/platform/moment-text"
import { type HistoryKind, historyFields } from "@/lib/sales/history-fields"

const most = 20

const isKept = (kind: string): kind is HistoryKind => Object.hasOwn(historyFields, kind)

/** What was changed of a record since somebody looked at it: who, which fields and when, as a sentence; null where its History does not tell. */
export async function changedSince(ctx: Ctx, { kind, id, label }: RecordRef, since: Date | null): Promise<string | null> {
  const changes = since
    ? await ctx.tx.fieldChange.findMany({
        where: { recordId: id, at: { gt: since } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: most,
        select: { actorName: true, field: true, at: true },
      })
    : []
  const [last] = changes
  if (!last || !isKept(kind)) return null
  const fields = historyFields[kind]
  const names = [
    ...new Set(changes.filter(({ actorName }) => actorName === last.actorName).map(({ field }) => fields[field]?.label ?? field)),
  ]
  return `${last.actorName} changed ${names.join(", ")} of ${label} at ${toldMoment(last.at, "clock")}. Nothing was written; look at what it says now.`
}
