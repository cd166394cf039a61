import { db } from "@/lib/platform/db"

const newest = { orderBy: [{ at: "desc" as const }, { id: "desc" as const }] }

/** The addresses that take no mail, and those that were let go lately; newest first. */
export async function listBlocked() {
  const [blocked, lifted] = await Promise.all([
    db.blockedAddress.findMany({ where: { liftedAt: null }, ...newest, take: 200 }),
    db.blockedAddress.findMany({ where: { liftedAt: { not: null } }, ...newest, take: 50 }),
  ])
  return [...blocked, ...lifted]
}

export type BlockedRow = Awaited<ReturnType<typeof listBlocked>>[number]

/** Why an address takes no mail; null when it does. */
export const getBlock = (address: string) =>
  db.blockedAddress.findFirst({
    where: { address: address.toLowerCase(), liftedAt: null },
    select: { id: true, address: true, reason: true },
  })
