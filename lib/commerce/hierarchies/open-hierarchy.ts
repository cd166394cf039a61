import type { Ctx } from "@/lib/platform/context"
import { AppError } from "@/lib/platform/errors"
import { searchText } from "@/lib/platform/fold"
import { newId } from "@/lib/platform/ids"
import type { Belonging } from "./belonging"
import { outletElsewhere } from "./create-rules"

export type OpenedHierarchy = { id: string; number: string }

type ToOpen = { name: string; organizationId: string; belonging: Belonging }

/** Creates the hierarchy of an organization under the next number, in its channels. Refuses an organization that is an outlet of another. */
export async function openHierarchy({ tx, now }: Ctx, { name, organizationId, belonging }: ToOpen): Promise<OpenedHierarchy> {
  const outlet = await tx.outlet.findUnique({
    where: { customerId: organizationId },
    select: { customer: { select: { name: true } }, hierarchy: { select: { number: true } } },
  })
  if (outlet) throw new AppError("conflict", outletElsewhere(outlet.customer.name, outlet.hierarchy.number))
  const id = newId()
  const [opened] = await tx.$queryRaw<OpenedHierarchy[]>`
    insert into commerce.hierarchy (id, number, name, purpose, organization_id, created_at, version, in_all_channels, channels, search_text)
    select ${id}::uuid, next.number, ${name}, 'B2B organization', ${organizationId}::uuid, ${now}, 1, ${belonging.inAllChannels}, ${[...belonging.channels]}::text[],
      ${searchText(name)} || ' ' || lower(next.number)
    from (select platform.next_number('hierarchy') as number) as next
    returning id, number`
  if (!opened) throw new Error("the hierarchy was not written")
  return opened
}
