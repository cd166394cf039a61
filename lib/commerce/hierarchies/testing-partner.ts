import type { Staff } from "@/lib/identity/actor"
import { type Actor, type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, approve, aRequest, aStaff } from "@/prisma/makers"
import { openCustomers, organizationDraft, personDraft } from "../customers/open-customers"
import type { CustomerStatus } from "../customers/rules"
import { addMember } from "./add-member"
import { moveMember } from "./move-member"
import type { MemberRole } from "./rules"

/** Where a hierarchy of a test belongs. */
export const inDefault = { inAllChannels: false, channels: ["default"] }

let made: Promise<Staff> | undefined

/** The Commerce manager of a test. */
export function theManager(): Promise<Staff> {
  made ??= aStaff("commerce_manager")
  return made
}

/** Runs a command in a transaction of its own, by the Commerce manager unless somebody else is given. */
export const doing = async <Result>(work: (ctx: Ctx) => Promise<Result>, actor?: Actor): Promise<Result> =>
  inTransaction(actor ?? (await theManager()), work)

/** A partner whose requestor is the Admin and has accepted. */
export async function aPartner() {
  const { id } = await aProspect()
  await approve(await theManager(), id)
  const { hierarchyId } = await db.prospect.findUniqueOrThrow({ where: { id }, select: { hierarchyId: true } })
  const hierarchy = await db.hierarchy.findUniqueOrThrow({ where: { id: hierarchyId ?? "" }, include: { members: true } })
  const [admin] = hierarchy.members
  if (!admin) throw new Error("a partner has an Admin")
  await accept(admin)
  return { hierarchyId: hierarchy.id, number: hierarchy.number, admin }
}

/** A member accepts the invitation. */
export const accept = (member: { id: string }) =>
  doing(async (ctx) => {
    const { version } = await ctx.tx.hierarchyMember.findUniqueOrThrow({ where: { id: member.id } })
    await moveMember(ctx, { id: member.id, version }, "active", { acceptedAt: ctx.now })
  })

/** Somebody whom nobody knows yet. */
export const newcomer = (role: MemberRole = "user") => ({ firstName: "Rui", lastName: "Costa", email: `${newId()}@partner.example`, role })

export async function aMember(hierarchyId: string, role: MemberRole = "user"): Promise<string> {
  const { memberId } = await doing((ctx) => addMember(ctx, { hierarchyId, ...newcomer(role) }))
  return memberId
}

export const seated = (id: string) => db.hierarchyMember.findUniqueOrThrow({ where: { id }, include: { customer: true } })

/** The moves of a record, oldest first: what, from, to. */
export async function movesOf(id: string) {
  const rows = await db.auditEntry.findMany({ where: { recordId: id }, orderBy: { id: "asc" } })
  return rows.map(({ move, from, to }) => [move, from, to])
}

/** How often a fact about a member was announced. */
export const announced = (memberId: string, name: string) =>
  db.fact.count({ where: { name, payload: { path: ["memberId"], equals: memberId } } })

export async function aSession(personId: string) {
  const at = new Date()
  const expiresAt = new Date(at.getTime() + 3_600_000)
  return db.session.create({ data: { id: newId(), sidHash: newId(), personId, createdAt: at, lastSeenAt: at, expiresAt } })
}

export const isOpen = async ({ id }: { id: string }): Promise<boolean> =>
  (await db.session.findUniqueOrThrow({ where: { id }, select: { endedAt: true } })).endedAt === null

/** An organization customer without a hierarchy, with so many people who could be its users; names sort as they were made. */
export async function anOrganization(people = 2, status: CustomerStatus = "active") {
  return doing(async (ctx) => {
    const organization = organizationDraft(aRequest(), status, null, ctx.now)
    const persons = Array.from({ length: people }, (_, at) => {
      const named = { firstName: "Eva", lastName: `Lund ${String(at + 1).padStart(4, "0")}`, email: `${newId()}@people.example` }
      return personDraft({ ...named, phone: null, language: "en" }, organization.id, "active", null, ctx.now)
    })
    await openCustomers(ctx, [organization, ...persons])
    return { id: organization.id, name: organization.name, people: persons.map(({ id }) => id) }
  })
}
