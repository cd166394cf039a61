import { db } from "@/lib/platform/db"
import { peekNumber } from "@/lib/platform/number-sequences"
import { isRecordId } from "@/lib/platform/record-href"
import { listChannelChoices } from "../channels/queries"
import { refusalToHead, refusalWithoutPeople } from "./create-rules"
import { eligiblePeople } from "./take-along"

/** An organization that is to head a hierarchy, with who could be its Admin; null where there is none. */
export async function getHead(id: string) {
  if (!isRecordId(id)) return null
  const organization = await db.customer.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      name: true,
      type: true,
      status: true,
      hierarchies: { select: { number: true } },
      outlet: { select: { hierarchy: { select: { number: true } } } },
    },
  })
  if (!organization) return null
  const { hierarchies, outlet, ...said } = organization
  const [people, next, channels] = await Promise.all([
    eligiblePeople({ tx: db }, id),
    peekNumber("hierarchy"),
    listChannelChoices({ channels: [] }),
  ])
  const judged = { ...said, heads: hierarchies[0]?.number ?? null, outletOf: outlet?.hierarchy.number ?? null }
  const refusal = refusalToHead(judged) ?? refusalWithoutPeople(said.name, people.length)
  return {
    ...said,
    next,
    /** Where it can belong, and where it does unless somebody chooses otherwise. */
    channels,
    belonging: { inAllChannels: false, channels: channels.filter(({ isDefault }) => isDefault).map(({ code }) => code) },
    refusal: refusal?.message ?? null,
    people: people.map(({ id: personId, name, email, number }) => ({ id: personId, name, email, number })),
  }
}

export type HeadView = NonNullable<Awaited<ReturnType<typeof getHead>>>
