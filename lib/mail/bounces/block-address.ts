import type { Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"

type Dead = { address: string; reason: string; mailId: string }

/** Sends nothing to an address any more, until somebody lifts that. Said twice, it is the same block. */
export async function blockAddress(tx: Tx, { address, reason, mailId }: Dead, now: Date): Promise<void> {
  await tx.$executeRaw`
    insert into platform.blocked_address (id, address, reason, mail_id, at)
    values (${newId()}::uuid, ${address.toLowerCase()}, ${reason.slice(0, 400)}, ${mailId}::uuid, ${now})
    on conflict (address) where lifted_at is null do nothing`
}
