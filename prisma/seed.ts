import { addChannel, nameFirstChannel } from "@/lib/commerce/channels/change-channels"
import { assignProspect } from "@/lib/commerce/prospects/assign-prospect"
import type { Staff } from "@/lib/identity/actor"
import type { StaffRole } from "@/lib/identity/permissions"
import { addProfile } from "@/lib/mail/studio/change-profile"
import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { sealNext } from "@/lib/platform/audit-chain/seal-audit"
import { type Ctx, inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { getNumberSequence } from "@/lib/platform/number-sequences"
import { addNote } from "@/lib/sales/activities/add-note"
import { addTask } from "@/lib/sales/activities/add-task"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { runNextCheck } from "@/lib/settings/health/run-checks"
import { changeNumberSequence } from "@/lib/settings/numbers/change-number-sequence"
import { openCredit } from "./live-credit"
import { liveHistory } from "./live-history"
import { liveMail } from "./live-mail"
import { aProspect, approve, aStaff, asApplicant, disqualify, lose, qualify, reject, win } from "./makers"
import { type Townsfolk, town } from "./town"
import { settleCommerce } from "./town-commerce"
import { settleHierarchies } from "./town-hierarchies"
import { formerAskers } from "./town-history"
import { agreeTerms } from "./town-terms"

const people: [StaffRole, string][] = [
  ["seller", "Maja Lindqvist"],
  ["seller", "Tomás Herrera"],
  ["sales_manager", "Priya Raman"],
  ["commerce_manager", "Henrik Aalto"],
  ["administrator", "Noor Haddad"],
  ["auditor", "Ibrahim Sesay"],
]

const day = 86_400_000

export type House = Record<"Maja" | "Tomás" | "Priya" | "Henrik" | "Noor", Staff>

async function hire(): Promise<House> {
  const staff = new Map<string, Staff>()
  for (const [role, name] of people) {
    const [first = ""] = name.split(" ")
    staff.set(
      first,
      await aStaff(role, {
        name,
        email: `${name.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(" ", ".")}@harbourline.example`,
      }),
    )
  }
  const the = (name: string): Staff => {
    const found = staff.get(name)
    if (!found) throw new Error(`${name} does not work here`)
    return found
  }
  return { Maja: the("Maja"), Tomás: the("Tomás"), Priya: the("Priya"), Henrik: the("Henrik"), Noor: the("Noor") }
}

/** The house runs a second storefront, for single lots, with letters of its own. */
async function openOutlet(house: House, now: Date): Promise<void> {
  await nameFirstChannel(db, env().STORE_NAME)
  const henrik = <Done>(work: (ctx: Ctx & { actor: Staff }) => Promise<Done>) =>
    inTransaction(house.Henrik, (ctx) => work({ ...ctx, actor: house.Henrik }), new Date(now.getTime() - 40 * day))
  const desk = { name: "Outlet", senderName: "Harbourline Outlet", senderAddress: "outlet@harbourline.example", replyTo: null }
  const { profileId } = await henrik((ctx) => addProfile(ctx, { ...desk, defaultLanguage: "en" }))
  await henrik((ctx) =>
    addChannel(ctx, {
      name: "Harbourline Outlet",
      storeUrl: "https://outlet.harbourline.example",
      languages: ["en", "pt", "es"],
      defaultLanguage: "en",
      formSlug: "outlet",
      intro: "Single lots and ends of line for boatyards and chandlers. Tell us who you are and what you look for.",
      letterProfileId: profileId,
    }),
  )
}

async function live(folk: Townsfolk, house: House, now: Date): Promise<void> {
  const { domain, daysAgo, owner, rating, isConfirmed, fate, ...said } = folk
  const at = (days: number) => new Date(Math.min(now.getTime(), now.getTime() - daysAgo * day + days * day))
  const [name = "office"] = said.firstName.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").split(" ")
  const email = `${name}@${domain}`
  const prospect = await aProspect({ ...said, email, typedEmail: email, website: `https://${domain}` }, at(0))
  const leadId = prospect.leadId ?? ""
  const seller = owner ? house[owner] : house.Priya
  if (isConfirmed) await asApplicant(prospect.id, confirmEmail, at(0.01))
  await db.lead.update({ where: { id: leadId }, data: { rating } })
  if (owner) await inTransaction(house.Priya, (ctx) => assignLead({ ...ctx, actor: house.Priya }, { leadId, ownerId: seller.id }), at(0.4))
  if (fate !== "new" && owner) {
    await db.lead.update({ where: { id: leadId }, data: { statusReason: "contacted" } })
    const text = `Called ${said.firstName} ${said.lastName}: they order monthly and want one invoice. Terms to be agreed.`
    await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: leadId, text }), at(0.6))
  }
  if (fate === "qualified" || fate === "won" || fate === "lost") {
    const { opportunityId } = await qualify(seller, leadId, { estimatedRevenue: 24_000 + daysAgo * 1000 }, at(1.2))
    if (fate === "won")
      await win(seller, opportunityId ?? "", { actualRevenue: 24_000 + daysAgo * 1000, description: "Ordering starts next month." }, at(3))
    if (fate === "lost")
      await lose(
        seller,
        opportunityId ?? "",
        { statusReason: "out_sold", competitor: "Biscay Rope Co.", description: "They stay with their supplier." },
        at(4),
      )
  }
  if (fate === "disqualified")
    await disqualify(seller, leadId, { statusReason: "cannot_contact", comment: "Three calls and two mails, no answer." }, at(5))
  if (fate === "approved") await approve(house.Henrik, prospect.id, at(2))
  if (fate === "rejected") await reject(house.Henrik, prospect.id, at(2))
  if (fate === "withdrawn") await asApplicant(prospect.id, withdrawRequest, at(1))
}

const tasks: [who: "Maja" | "Tomás", company: string, subject: string, dueInDays: number][] = [
  ["Maja", "Atlântico Náutica, Lda.", "Send the price list and the credit terms", -2],
  ["Maja", "Brændgaard Marine ApS", "Call back about the delivery terms", 0],
  ["Maja", "Nordlicht Schiffsbedarf und Hafenlogistik GmbH & Co. KG", "Ask who signs for both companies", 3],
  ["Tomás", "Ferretería Industrial del Pacífico, S.A. de C.V.", "Check the tax ID with the register", -1],
  ["Tomás", "Ngā Waka Supplies Ltd", "Call when it is morning in Auckland", 1],
]

/** What the sellers have still to do, some of it late. */
async function writeTasks(house: House, now: Date): Promise<void> {
  for (const [who, companyName, subject, dueInDays] of tasks) {
    const lead = await db.lead.findFirstOrThrow({ where: { companyName }, select: { id: true } })
    const due = new Date(now.getTime() + dueInDays * day).toISOString().slice(0, 10)
    const seller = house[who]
    await inTransaction(
      seller,
      (ctx) =>
        addTask(
          { ...ctx, actor: seller },
          { about: "lead", id: lead.id, subject, text: "", due, dueTime: null, remindAt: null, ownerId: seller.id },
        ),
      new Date(now.getTime() - 3 * day),
    )
  }
}

/** Partners are numbered without a gap, as their accountants wish. */
async function numberPartners({ Noor }: House, now: Date): Promise<void> {
  const sequence = await getNumberSequence("hierarchy")
  if (!sequence) return
  const { kind, format, digits, next, version } = sequence
  await inTransaction(Noor, (ctx) => changeNumberSequence(ctx, { kind, format, digits, next, version, isContinuous: true }), now)
}

/** What the worker would have done by now: the audit is sealed, and the house was checked. */
async function settle(): Promise<void> {
  while (await sealNext());
  while (await runNextCheck());
}

/** Henrik sees to the oldest of the requests that still wait. */
async function takeProspects(house: House, now: Date): Promise<void> {
  const oldest = await db.prospect.findMany({
    where: { status: "pending" },
    orderBy: { submittedAt: "asc" },
    take: 4,
    select: { id: true },
  })
  for (const { id: prospectId } of oldest)
    await inTransaction(
      house.Henrik,
      (ctx) => assignProspect({ ...ctx, actor: house.Henrik }, { prospectId, ownerId: house.Henrik.id }),
      new Date(now.getTime() - day / 2),
    )
}

/** Fills an empty database with the demo's town, by running the commands at the hours at which they would have been run. Does nothing where there is a prospect already. */
export async function seed(now = new Date()): Promise<void> {
  if ((await db.prospect.count()) > 0) return
  const house = await hire()
  await openOutlet(house, now)
  await liveHistory(formerAskers, house, now)
  for (const folk of [...town].sort((a, b) => b.daysAgo - a.daysAgo)) await live(folk, house, now)
  await takeProspects(house, now)
  await writeTasks(house, now)
  await openCredit(house.Henrik, now)
  await agreeTerms(house.Henrik, now)
  await settleHierarchies(house.Henrik, now)
  await numberPartners(house, now)
  await settleCommerce(house, now)
  // The town's letters were delivered in the past that the demo invents; only what happens from now on reaches the inbox.
  await db.$executeRaw`update platform.mail set state = 'sent', sent_at = send_after, attempts = 1 where state = 'waiting' and send_after < now()`
  await liveMail(house.Henrik, now)
  await settle()
}
