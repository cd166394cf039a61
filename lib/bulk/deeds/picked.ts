import { z } from "zod"
import type { Tx } from "@/lib/platform/db"
import type { Choice, PartyChoice } from "@/lib/sync/conversion/choice"

/** What was picked for a lead: see `QualifyChoice`. `account` is the one that is used once a second person confirms what is asked for: `new`, or the id of one that exists. */
export const Picked = z.object({ pick: z.string(), contactId: z.uuid().nullable(), account: z.string().optional() })
export type Picked = z.output<typeof Picked>

/** What leads that were qualified became, by their ids. */
export type Shared = ReadonlyMap<string, { accountId: string; contactId: string; email: string | null }>

/** Whether a pick is the company of another record of the run. */
export const isShared = (pick: string): boolean => /^(?:lead|prospect):/.test(pick)

/** Another lead of the run whose account a lead shares. */
const sharerOf = (pick: string): string | null => /^lead:(.+)$/.exec(pick)?.[1] ?? null

/** The account or company that was picked, now or for when a second person confirms it. */
export const accountPicked = ({ pick, account }: Picked): string => (pick === "ask" ? (account ?? "new") : pick)

/** The leads whose account is shared and that were qualified before this batch: what became of them. */
export async function sharedOf(tx: Tx, picks: readonly Picked[]): Promise<Shared> {
  const ids = picks.flatMap(({ pick }) => sharerOf(pick) ?? [])
  if (ids.length === 0) return new Map()
  const rows = await tx.lead.findMany({
    where: { id: { in: ids }, state: "qualified" },
    select: { id: true, accountId: true, contactId: true, email: true },
  })
  return new Map(
    rows.flatMap(({ id, accountId, contactId, email }) => (accountId && contactId ? [[id, { accountId, contactId, email }] as const] : [])),
  )
}

/** How a lead is converted. Who is the same person as the lead whose account it shares is the same contact. */
export function choiceOf(
  { email }: { email: string | null },
  picked: Picked | undefined,
  shared: Shared,
  opportunity: "create" | "skip",
): Choice | null {
  if (!picked) return null
  const pick = accountPicked(picked)
  const sharer = sharerOf(pick)
  const known = sharer ? shared.get(sharer) : undefined
  const use = (id: string): PartyChoice<never> => ({ make: "use", id, picks: [], version: null })
  const account: PartyChoice<never> =
    pick === "new" ? { make: "create" } : !sharer ? use(pick) : known ? use(known.accountId) : { make: "share", leadId: sharer }
  const contactId = picked.contactId ?? (known && known.email === email ? known.contactId : null)
  return {
    account,
    contact: contactId ? use(contactId) : { make: "create" },
    opportunity: opportunity === "skip" ? { make: "skip" } : { make: "create", opportunities: [{ topic: null, estimatedRevenue: null }] },
  }
}
