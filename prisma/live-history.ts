import { confirmEmail } from "@/lib/onboarding/confirm-email"
import { withdrawRequest } from "@/lib/onboarding/withdraw-request"
import { inTransaction } from "@/lib/platform/context"
import { db } from "@/lib/platform/db"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { markLead } from "@/lib/sync/mark-lead"
import { moveStage } from "@/lib/sync/move-stage"
import { aProspect, approve, asApplicant, disqualify, lose, qualify, reject, win } from "./makers"
import type { House } from "./seed"
import type { FormerAsker, Outcome } from "./town-history"

const day = 86_400_000
/** How many stories are told at once: the commands wait for the database most of the time. */
const atOnce = 4

type Story = { asker: FormerAsker; prospectId: string; leadId: string }

/** Lets months pass: the requests come in one after another, so that their numbers follow their dates; then each goes its way. */
export async function liveHistory(askers: readonly FormerAsker[], house: House, now: Date): Promise<void> {
  const stories: Story[] = []
  for (const asker of [...askers].sort((one, other) => other.daysAgo - one.daysAgo)) stories.push(await submit(asker, now))
  const queue = stories.values()
  const tell = async () => {
    for (const story of queue) await live(story, house, now)
  }
  await Promise.all(Array.from({ length: atOnce }, tell))
}

async function submit(asker: FormerAsker, now: Date): Promise<Story> {
  const { firstName, lastName, companyName, country, city, postalCode, street, domain, daysAgo } = asker
  const email = `office@${domain}`
  const said = {
    firstName,
    lastName,
    companyName,
    country,
    city,
    postalCode,
    street,
    email,
    typedEmail: email,
    website: `https://${domain}`,
  }
  const prospect = await aProspect({ ...said, phone: null, taxId: null, comments: null }, new Date(now.getTime() - daysAgo * day))
  return { asker, prospectId: prospect.id, leadId: prospect.leadId ?? "" }
}

async function live({ asker, prospectId, leadId }: Story, house: House, now: Date): Promise<unknown> {
  const { daysAgo, owner, rating, source, outcome } = asker
  const seller = house[owner]
  const at = (days: number) => new Date(now.getTime() - (daysAgo - days) * day)
  await asApplicant(prospectId, confirmEmail, at(0.02))
  await db.lead.update({ where: { id: leadId }, data: { rating, source } })
  if (outcome.fate === "withdrawn") return asApplicant(prospectId, withdrawRequest, at(outcome.after))
  if (outcome.fate === "rejected") return reject(house.Henrik, prospectId, at(outcome.after))
  const { Priya } = house
  await inTransaction(Priya, (ctx) => assignLead({ ...ctx, actor: Priya }, { leadId, ownerId: seller.id }), at(0.1))
  await inTransaction(seller, (ctx) => markLead({ ...ctx, actor: seller }, { leadId, as: "contacted" }), at(0.4))
  return decide({ outcome, prospectId, leadId }, asker, house, at)
}

type Deed = { outcome: Outcome; prospectId: string; leadId: string }

async function decide(
  { outcome, prospectId, leadId }: Deed,
  asker: FormerAsker,
  house: House,
  at: (days: number) => Date,
): Promise<unknown> {
  const { fate, after } = outcome
  const seller = house[asker.owner]
  if (fate === "approved") return approve(house.Henrik, prospectId, at(after))
  if (fate === "disqualified")
    return disqualify(seller, leadId, { statusReason: outcome.reason, comment: "Written down by the seller." }, at(after))
  const estimatedRevenue = 12_000 + Math.round(asker.daysAgo) * 150
  const { opportunityId } = await qualify(seller, leadId, { estimatedRevenue }, at(after * 0.2))
  if (!opportunityId) return null
  const enter = (stage: "propose" | "close", share: number) =>
    inTransaction(seller, (ctx) => moveStage({ ...ctx, actor: seller }, { opportunityId, stage }), at(after * share))
  if (!(fate === "open" && outcome.stage === "develop")) await enter("propose", 0.6)
  if (fate === "won" || (fate === "open" && outcome.stage === "close")) await enter("close", 0.85)
  if (fate === "won")
    await win(seller, opportunityId, { actualRevenue: estimatedRevenue, description: "Ordering starts next month." }, at(after))
  if (fate === "lost")
    return lose(
      seller,
      opportunityId,
      {
        statusReason: outcome.reason,
        competitor: outcome.competitor,
        description: outcome.competitor ? "They stay with their supplier." : null,
      },
      at(after),
    )
  return null
}
