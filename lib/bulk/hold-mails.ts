import { Prisma, type Tx } from "@/lib/platform/db"
import type { BulkResult } from "@/prisma/generated/enums"

type Which = { result: BulkResult; beyond?: number; to?: number }

/**
 * Sets the hour at which the waiting mails of a run leave, and until which its decisions can be taken back one by one. A decision before its mails, as whoever
 * takes one back has them.
 */
export async function holdMails(tx: Tx, runId: string, { result, beyond = 0, to = 2_147_483_647 }: Which, until: Date): Promise<void> {
  const items = Prisma.sql`platform.bulk_item i where i.run_id = ${runId}::uuid and i.result = ${result}::platform.bulk_result and i.place > ${beyond} and i.place <= ${to}`
  await tx.$executeRaw`
    with item as materialized (select i.decision_id from ${items} and i.decision_id is not null),
      decided as (select d.id from platform.decision d join item on item.decision_id = d.id order by d.id for update of d)
    update platform.decision d set undoable_until = ${until} from decided where d.id = decided.id and d.undone_at is null`
  await tx.$executeRaw`
    with item as materialized (select i.decision_id from ${items} and i.decision_id is not null)
    update platform.mail m set send_after = ${until} from item where m.decision_id = item.decision_id and m.state = 'waiting'`
  await tx.$executeRaw`
    with item as materialized (select i.mail_id from ${items} and i.mail_id is not null)
    update platform.mail m set send_after = ${until} from item where m.id = item.mail_id and m.state = 'waiting'`
}
