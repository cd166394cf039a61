import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import type { LeadImportState } from "@/prisma/generated/enums"

/** An import as the worker takes it in hand. */
export type ImportJob = {
  id: string
  state: LeadImportState
  fileName: string
  headers: string[]
  mapping: unknown
  policy: unknown
  rowCount: number
  through: number
}

/** One piece of work on an import, in the transaction that also says how far it came: after a crash it is done again, as if for the first time. */
export type ImportStep = (ctx: Ctx, job: ImportJob) => Promise<void>

/** Whether the import is still in the state in which it was taken; until commit nobody can stop it. */
export async function stillIn(tx: Tx, { id, state }: ImportJob): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    select 1 from sales.lead_import where id = ${id}::uuid and state = ${state}::sales.lead_import_state for update`
  return found.length > 0
}
