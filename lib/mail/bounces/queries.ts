import { db, Prisma } from "@/lib/platform/db"
import { holdsSql } from "@/lib/platform/holding-sql"

const most = { blocked: 200, lifted: 50 } as const

/** The addresses that take no mail, and those that were let go lately; newest first. With a search, of both those that hold it. */
export async function listBlocked(q = "") {
  const [blocked, lifted] = await Promise.all([readBlocks(q, "blocked"), readBlocks(q, "lifted")])
  return [...blocked, ...lifted]
}

async function readBlocks(q: string, state: keyof typeof most) {
  const liftedAt = state === "lifted" ? { not: null } : null
  return db.blockedAddress.findMany({
    where: q ? { liftedAt, id: { in: await findBlocks(q, state) } } : { liftedAt },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most[state],
  })
}

async function findBlocks(q: string, state: keyof typeof most): Promise<string[]> {
  const found = await db.$queryRaw<{ id: string }[]>`
    select id from platform.blocked_address
    where (lifted_at is not null) = ${state === "lifted"} and ${holdsSql(q, Prisma.sql`address`, Prisma.sql`reason`)}
    order by at desc, id desc limit ${most[state]}`
  return found.map(({ id }) => id)
}

export type BlockedRow = Awaited<ReturnType<typeof listBlocked>>[number]

/** Why an address takes no mail; null when it does. */
export const getBlock = (address: string) =>
  db.blockedAddress.findFirst({
    where: { address: address.toLowerCase(), liftedAt: null },
    select: { id: true, address: true, reason: true },
  })
