import { openCustomers, organizationDraft, personDraft } from "@/lib/commerce/customers/open-customers"
import { changeDriftPolicy } from "@/lib/commerce/drift/change-policy"
import { addMember } from "@/lib/commerce/hierarchies/add-member"
import { changeBelonging } from "@/lib/commerce/hierarchies/change-belonging"
import { disableMember } from "@/lib/commerce/hierarchies/disable-member"
import { addOutlet } from "@/lib/commerce/outlets/add-outlet"
import type { Staff } from "@/lib/identity/actor"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"

const day = 86_400_000

type Firm = { name: string; domain: string; country: string; street: string; city: string; postalCode: string; people: [string, string][] }

/** A customer of old who is not in the partner portal yet. */
const skagen: Firm = {
  ...{ name: "Skagen Havneservice A/S", domain: "skagenhavn.example", country: "DK", street: "Auktionsvej 8", city: "Skagen" },
  ...{
    postalCode: "9990",
    people: [
      ["Mette", "Kjærgaard"],
      ["Lars", "Holm"],
      ["Anne", "Bjerre"],
    ],
  },
}

/** The branches of Hellenic Ropeworks, each below the one that is named before it. */
const branches: [firm: Firm, below: string | null][] = [
  [
    {
      ...{ name: "Hellenic Ropeworks Crete", domain: "crete.hellenicropeworks.example", country: "GR", street: "Leoforos Ikarou 12" },
      ...{
        city: "Heraklion",
        postalCode: "713 06",
        people: [
          ["Nikos", "Stavrakakis"],
          ["Maria", "Vlachou"],
        ],
      },
    },
    null,
  ],
  [
    {
      ...{ name: "Chania Yard", domain: "chania.hellenicropeworks.example", country: "GR", street: "Akti Enoseos 3", city: "Chania" },
      ...{ postalCode: "731 32", people: [["Giorgos", "Daskalakis"]] },
    },
    "Hellenic Ropeworks Crete",
  ],
  [
    {
      ...{ name: "Hellenic Ropeworks Rhodes", domain: "rhodes.hellenicropeworks.example", country: "GR", street: "Mandraki 7" },
      ...{ city: "Rhodes", postalCode: "851 00", people: [] },
    },
    null,
  ],
]

async function open(ctx: Ctx, { name, domain, people, ...address }: Firm): Promise<string> {
  const company = {
    companyName: name,
    website: `https://${domain}`,
    taxId: null,
    phone: null,
    street2: null,
    stateProvince: null,
    language: "en",
  }
  const organization = organizationDraft({ ...company, ...address }, "active", null, ctx.now)
  const persons = people.map(([firstName, lastName]) => {
    const mailbox = firstName.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    const person = { firstName, lastName, email: `${mailbox}@${domain}`, phone: null, language: "en" }
    return personDraft(person, organization.id, "active", null, ctx.now)
  })
  await openCustomers(ctx, [organization, ...persons])
  return organization.id
}

/** A partner with branches, in all channels, several Admins and somebody on leave; and an old customer of whom a hierarchy can be created. */
export async function settleHierarchies(henrik: Staff, now: Date): Promise<void> {
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * day)
  const doing = <Result>(daysAgo: number, work: (ctx: Ctx) => Promise<Result>) => inTransaction(henrik, work, at(daysAgo))
  await doing(40, (ctx) => open(ctx, skagen))
  const partner = await db.hierarchy.findFirst({
    where: { name: "Hellenic Ropeworks S.A." },
    select: { id: true, inAllChannels: true, channels: true },
  })
  if (!partner) return
  const { id: hierarchyId, ...seen } = partner
  await doing(18, (ctx) => changeBelonging(ctx, { hierarchyId, belonging: { inAllChannels: true, channels: [] }, seen }))
  const standing = new Map<string, string>()
  for (const [firm, below] of branches) {
    const customerId = await doing(18, (ctx) => open(ctx, firm))
    const parentId = below ? (standing.get(below) ?? null) : null
    const { outletId } = await doing(17, (ctx) => addOutlet(ctx, { hierarchyId, customerId, parentId, withPeople: firm.people.length > 0 }))
    standing.set(firm.name, outletId)
  }
  const add = (firstName: string, lastName: string, role: "admin" | "user") =>
    doing(16, (ctx) =>
      addMember(ctx, { hierarchyId, firstName, lastName, role, email: `${firstName.toLowerCase()}@hellenicropeworks.example` }),
    )
  await add("Dimitris", "Ioannou", "admin")
  const { memberId } = await add("Sofia", "Makri", "user")
  await doing(3, (ctx) => shareTerms(ctx, hierarchyId))
  await doing(2, (ctx) => disableMember(ctx, { hierarchyId, memberId, reason: "On leave until the season begins", until: at(-21) }))
}

/** Terms that the Admins agreed on, which nobody copied to the others yet, and the policy that says so. */
async function shareTerms(ctx: Ctx, hierarchyId: string): Promise<void> {
  const members = await ctx.tx.hierarchyMember.findMany({
    where: { hierarchyId },
    orderBy: { invitedAt: "asc" },
    select: { role: true, customerId: true },
  })
  const admins = members.filter(({ role }) => role === "admin").map(({ customerId }) => customerId)
  const terms = { paymentTerms: "N30", priceGroup: "GOLD", deliveryTerms: "DAP" }
  await ctx.tx.customer.updateMany({ where: { id: { in: admins } }, data: { ...terms, version: { increment: 1 } } })
  await changeDriftPolicy(ctx, { hierarchyId, follows: "own", sections: ["pricing"] })
}
