import { expect, test } from "vitest"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aProspect, approve, aStaff } from "@/prisma/makers"
import type { Partner } from "./partner"
import { getOrganization, listOrganizationUsers } from "./queries"

const manager = await aStaff("commerce_manager")

/** The Admin of a new partner, with one more user who is called Inês Marques. */
async function anAdmin(): Promise<Partner> {
  const { id, companyName } = await aProspect()
  await approve(manager, id)
  const seat = await db.hierarchyMember.findFirstOrThrow({ where: { hierarchy: { prospects: { some: { id } } } } })
  const { hierarchyId, personId, id: memberId } = seat
  const newcomer = { firstName: "Inês", lastName: "Marques", email: `${newId()}@partner.example`, role: "user" as const }
  await inTransaction(manager, (ctx) => addMember(ctx, { hierarchyId, ...newcomer }))
  const who = { kind: "partner", id: personId, name: "Ana Silva", role: "Admin", email: "" } as const
  return {
    ...who,
    memberId,
    memberRole: "admin",
    hierarchyId,
    hierarchyName: companyName,
    sessionId: newId(),
    isChosen: true,
  }
}

test("a partner sees the users of its own organization, itself marked, the only Admin kept with the reason", async () => {
  const admin = await anAdmin()
  await anAdmin()
  const { users, total, counts } = await listOrganizationUsers(admin, "")
  expect({ total, counts }).toEqual({ total: 2, counts: "2 Pending" })
  expect(users).toMatchObject([
    { name: "Ana Silva", isYou: true, roleName: "Admin", whyNot: { remove: expect.stringMatching(/only Admin/) } },
    { name: "Inês Marques", isYou: false, roleName: "User", status: "Pending", whyNot: { remove: null } },
  ])
})

test("the search finds by a part of the name or the email, whatever the accents and the case", async () => {
  const admin = await anAdmin()
  const found = async (search: string) => (await listOrganizationUsers(admin, search)).users.map(({ name }) => name)
  expect(await found("INES")).toEqual(["Inês Marques"])
  expect(await found("@partner.exa")).toEqual(["Inês Marques"])
  expect(await found("nobody at all")).toEqual([])
  expect((await listOrganizationUsers(admin, "nobody at all")).total).toBe(2)
})

test("the organization is the partner's own, and counts who was not removed", async () => {
  const admin = await anAdmin()
  const { hierarchy, organization } = await getOrganization(admin)
  expect(organization.name).toBe(admin.hierarchyName)
  expect(hierarchy).toMatchObject({ purpose: "B2B organization", members: 2 })
})
