import type { Ctx } from "@/lib/platform/context"
import { fieldTexts } from "@/lib/platform/editable"
import { AppError } from "@/lib/platform/errors"
import { overtaken } from "@/lib/platform/overtaken"
import type { LeadToJudge } from "@/lib/sales/leads/get-lead-to-judge"
import { claimLeads } from "@/lib/sales/leads/move-lead"
import type { Worker } from "@/lib/sales/worker"
import type { Choice } from "./conversion/choice"
import { findWorld, wantedBy } from "./conversion/find-world"
import type { ConversionRefusal } from "./conversion/judge"
import { leadSources } from "./conversion/mapping"
import type { LeadToPlan } from "./conversion/plan"
import { planBatch } from "./conversion/plan-batch"
import { writePlans } from "./conversion/write-plans"
import type { Decision } from "./decision"

export type { Choice } from "./conversion/choice"

/** A lead to convert, as it was read and judged, the decision that gathers what that touches, and how it is converted. */
export type Conversion = { lead: LeadToJudge; decision: Decision; choice: Choice }

export type Converted = { accountId: string; contactId: string; opportunityId: string | null; opportunityIds: string[] }
/** What became of one lead of a batch. A refused one was not touched. */
export type Outcome = { leadId: string } & ({ converted: Converted; refusal: null } | { converted: null; refusal: ConversionRefusal })

export const leadToPlan = (lead: LeadToJudge): LeadToPlan => ({
  id: lead.id,
  version: lead.version,
  email: lead.email,
  values: fieldTexts(leadSources, lead),
})

/**
 * Turns open leads into accounts, contacts and opportunities in a handful of statements, however many they are; dual-write makes their
 * counterparts in Commerce, Provisional. What exists stays as it is, but for the fields that were picked. A lead that cannot be
 * converted is refused with its reason, before anything is written, and the others go on. The decisions tell everything that was touched;
 * recording them is the caller's.
 */
export async function convertLeads(ctx: Ctx, conversions: readonly Conversion[], worker: Worker): Promise<Outcome[]> {
  const claimed = await claimLeads(
    ctx,
    conversions.map(({ lead }) => lead),
  )
  const standing = conversions.filter(({ lead }) => claimed.has(lead.id))
  const wanted = wantedBy(standing.map(({ lead, choice }) => ({ email: lead.email, choice })))
  const world = await findWorld(ctx.tx, wanted, true)
  const results = planBatch(
    standing.map(({ lead, choice }) => ({ lead: leadToPlan(lead), choice })),
    world,
    worker,
  )
  const planned = standing.flatMap(({ lead, decision }) => {
    const result = results.get(lead.id)
    return result && "plan" in result ? [{ ...result, row: lead, decision }] : []
  })
  await writePlans(ctx, planned, world)
  const outcomes: Outcome[] = []
  for (const { lead } of conversions) {
    const result = results.get(lead.id)
    if (result && "plan" in result) {
      const { account, contact, opportunities } = result.ids
      const converted = { accountId: account, contactId: contact, opportunityId: opportunities[0] ?? null, opportunityIds: opportunities }
      outcomes.push({ leadId: lead.id, converted, refusal: null })
    } else outcomes.push({ leadId: lead.id, converted: null, refusal: result ?? (await refusalOfFaster(ctx, lead.id)) })
  }
  return outcomes
}

async function refusalOfFaster(ctx: Ctx, leadId: string): Promise<ConversionRefusal> {
  const { code, message } = await overtaken(ctx, leadId)
  return { code, message }
}

/** The same for one lead, where a refusal is an error. */
export async function convertLead(ctx: Ctx, conversion: Conversion, worker: Worker): Promise<Converted> {
  const [outcome] = await convertLeads(ctx, [conversion], worker)
  if (outcome?.converted) return outcome.converted
  const { code, message, field } = outcome?.refusal ?? { code: "conflict" as const, message: "This lead was not converted." }
  throw new AppError(code, message, field ? { fields: { [field]: message } } : {})
}
