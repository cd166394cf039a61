import { z } from "zod"
import type { Ctx } from "@/lib/platform/context"
import { isTimeZone } from "@/lib/platform/zone"

/** The zone in which somebody reads times from now on; none, and it is the house's. */
export const ChooseZone = z.object({
  timeZone: z
    .string()
    .max(60, "Choose a time zone")
    .refine((zone) => zone === "" || isTimeZone(zone), "Choose a time zone")
    .transform((zone) => zone || null),
})
export type ChooseZone = z.output<typeof ChooseZone>

/** From now on whoever acts reads and enters times in that zone. */
export async function chooseZone({ tx, actor }: Ctx, { timeZone }: ChooseZone) {
  await tx.person.updateMany({ where: { id: actor.id ?? "" }, data: { timeZone } })
  return { timeZone }
}

/** Keeps the zone of the browser that somebody came with first; one that was chosen stays. */
export async function keepFirstZone({ tx }: Ctx, personId: string, timeZone: string | null): Promise<void> {
  if (timeZone && isTimeZone(timeZone)) await tx.person.updateMany({ where: { id: personId, timeZone: null }, data: { timeZone } })
}
