import type { Ctx } from "@/lib/platform/context"
import { newId } from "@/lib/platform/ids"

/** The person of an email address, made when nobody has it. The address is canonical; the name of a person who exists is left alone. */
export async function ensurePerson({ tx, now }: Ctx, { email, name }: { email: string; name: string }) {
  const select = { id: true, name: true, email: true, passwordHash: true, staffRole: true, disabledAt: true } as const
  const known = await tx.person.findUnique({ where: { email }, select })
  if (known) return known
  await tx.person.createMany({ data: [{ id: newId(), email, name, createdAt: now }], skipDuplicates: true })
  return tx.person.findUniqueOrThrow({ where: { email }, select })
}

/** The same for many at once: the ids of the persons, by their addresses. */
export async function ensurePeople({ tx, now }: Ctx, people: readonly { email: string; name: string }[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  await tx.person.createMany({
    data: people.map(({ email, name }) => ({ id: newId(), email, name, createdAt: now })),
    skipDuplicates: true,
  })
  const found = await tx.person.findMany({
    where: { email: { in: people.map(({ email }) => email) } },
    select: { id: true, email: true },
  })
  return new Map(found.map(({ id, email }) => [email, id]))
}
