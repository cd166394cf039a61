import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { AddOutlet } from "../hierarchies/schema"
import { refusalWhileSuspended } from "../hierarchies/suspension"
import { eligiblePeople, takeAlong } from "../hierarchies/take-along"
import { aboveInWords, lockTree, outletOf } from "./lock-tree"
import { refusalToAddBelow } from "./outlet-rules"
import { refusalToBeOutlet } from "./outlet-standing"

/**
 * Adds an organization to the tree below the organization of a hierarchy. `withPeople`: its people become Users, Pending until somebody enables them;
 * who is a member already stays as they are.
 */
export async function addOutlet(ctx: Ctx, { hierarchyId, customerId, parentId, withPeople }: AddOutlet) {
  const { tx } = ctx
  // The customer before the hierarchy, as wherever both are locked.
  await tx.$executeRaw`select 1 from commerce.customer where id = ${customerId}::uuid for update`
  const { hierarchy, tree } = await lockTree(ctx, hierarchyId)
  insist(refusalWhileSuspended(hierarchy))
  const customer = await tx.customer.findUnique({
    where: { id: customerId },
    select: {
      name: true,
      number: true,
      type: true,
      status: true,
      hierarchies: { select: { number: true } },
      outlet: { select: { hierarchy: { select: { number: true } } } },
    },
  })
  if (!customer) throw notFound("customer")
  const { hierarchies, outlet, ...said } = customer
  insist(refusalToBeOutlet({ ...said, heads: hierarchies[0]?.number ?? null, outletOf: outlet?.hierarchy.number ?? null }))
  if (parentId) outletOf(tree, parentId)
  insist(refusalToAddBelow(tree, customer.name, parentId))
  const id = newId()
  await tx.outlet.create({ data: { id, hierarchyId, customerId, parentId, createdAt: ctx.now } })
  const seated = new Set(hierarchy.members.map((member) => member.customerId))
  const people = withPeople ? (await eligiblePeople(ctx, customerId)).filter((person) => !seated.has(person.id)) : []
  await takeAlong(ctx, { hierarchyId, outletId: id }, people, null)
  auditMove(ctx, {
    move: "outlet.add",
    record: { kind: "hierarchy", id: hierarchyId, label: hierarchy.number },
    to: customer.name,
    reason: `Below ${aboveInWords(tree, parentId, hierarchy.name)}${people.length > 0 ? `, with ${people.length} of its people as Users` : ""}`,
    touched: [customerId, ...people.map((person) => person.id)],
  })
  return { outletId: id, name: customer.name, people: people.length }
}
