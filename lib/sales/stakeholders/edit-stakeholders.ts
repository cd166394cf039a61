import type { Staff } from "@/lib/identity/actor"
import { auditMove, type RecordRef } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { fullName } from "@/lib/platform/party"
import { aboutColumns, getAbout } from "../activities/get-about"
import { refusalToEditStakeholders, type StakeholderRole, stakeholderRoles } from "./rules"
import { type AddStakeholder, type EditStakeholder, type StakeholderRef, stakeNouns } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

/** Name and email: the contact's where one is chosen, else as typed. */
async function whoIs(tx: Tx, { contactId, name, email }: Pick<AddStakeholder, "contactId" | "name" | "email">) {
  if (contactId) {
    const contact = await tx.contact.findUnique({ where: { id: contactId }, select: { firstName: true, lastName: true, email: true } })
    if (!contact) throw new AppError("invalid", "This contact is not here any more.", { fields: { contactId: "Choose a contact" } })
    return { contactId, name: fullName(contact), email: contact.email }
  }
  if (!name) throw new AppError("invalid", "Enter a name, or choose a contact.", { fields: { name: "Enter a name" } })
  return { contactId: null, name, email }
}

const twin = (name: string) => new AppError("conflict", `${name} is among the stakeholders already. Edit that line instead.`)

const said = (name: string, role: StakeholderRole) => `${name}, ${stakeholderRoles[role]}`

/** Adds somebody who has a say in a record. A contact has one part in it. */
export async function addStakeholder(ctx: StaffCtx, { about, id, role, note, ...given }: AddStakeholder) {
  const { tx, actor, now } = ctx
  insist(refusalToEditStakeholders(actor))
  const record = await getAbout(tx, { about, id })
  const who = await whoIs(tx, given)
  const column = { [aboutColumns[about]]: id }
  if (who.contactId && (await tx.stakeholder.count({ where: { ...column, contactId: who.contactId } })) > 0) throw twin(who.name)
  const stakeholderId = newId()
  await tx.stakeholder.create({ data: { id: stakeholderId, role, note: note || null, ...who, createdAt: now, ...column } })
  auditMove(ctx, { move: "stakeholder.add", record, to: said(who.name, role) })
  return { id: stakeholderId, name: who.name }
}

async function getStakeholder(tx: Tx, id: string) {
  const found = await tx.stakeholder.findUnique({ where: { id } })
  const noun = found && stakeNouns.find((one) => found[aboutColumns[one]] !== null)
  if (!found || !noun) throw notFound("stakeholder")
  const record: RecordRef = await getAbout(tx, { about: noun, id: found[aboutColumns[noun]] ?? "" })
  return { ...found, record }
}

const overtaken = () => new AppError("conflict", "Somebody changed this stakeholder meanwhile. Look at the list again.")

export async function editStakeholder(ctx: StaffCtx, { stakeholderId: id, version, role, note, ...given }: EditStakeholder) {
  const { tx, actor } = ctx
  insist(refusalToEditStakeholders(actor))
  const before = await getStakeholder(tx, id)
  const who = await whoIs(tx, given)
  const data = { role, note: note || null, ...who, version: { increment: 1 } }
  const changed = await tx.stakeholder.updateMany({ where: { id, version }, data }).catch((error: unknown) => {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw twin(who.name)
    throw error
  })
  if (changed.count === 0) throw overtaken()
  auditMove(ctx, { move: "stakeholder.edit", record: before.record, from: said(before.name, before.role), to: said(who.name, role) })
  return { id, name: who.name }
}

export async function removeStakeholder(ctx: StaffCtx, { stakeholderId: id, version }: StakeholderRef) {
  insist(refusalToEditStakeholders(ctx.actor))
  const { name, role, record } = await getStakeholder(ctx.tx, id)
  const { count } = await ctx.tx.stakeholder.deleteMany({ where: { id, version } })
  if (count === 0) throw overtaken()
  auditMove(ctx, { move: "stakeholder.remove", record, from: said(name, role) })
  return { id, name }
}
