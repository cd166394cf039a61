import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import type { Tx } from "@/lib/platform/db"
import type { BulkVerdict } from "@/prisma/generated/enums"
import type { BulkRunState } from "./rules"

/** A run as the worker takes it in hand. */
export type RunJob = {
  id: string
  list: string
  kind: string
  state: BulkRunState
  title: string
  input: unknown
  total: number
  through: number
  atOnce: number
  personId: string
  undoneById: string | null
  undoableUntil: Date | null
  /** When it last came further. */
  movedAt: Date
}

/** A record of a run, as it stands in the dry run. */
export type RunItem = {
  place: number
  recordId: string
  recordVersion: number
  label: string
  choice: unknown
}

/** What the dry run says of a record. `found` is what there is to choose from; `pick` what was chosen, by the product or by a person. */
export type Checked = {
  place: number
  verdict: BulkVerdict
  told: string
  found?: unknown
  choice?: { pick: string | null; asks?: boolean }
}

/** What became of a record. What stood there `before` and its version afterwards serve undo; `ownerId` is whom it belongs to now. */
export type Performed =
  | { place: number; result: "skipped" | "failed"; why: string }
  | {
      place: number
      result: "done"
      why?: string
      decisionId?: string
      mailId?: string
      versionAfter?: number
      before?: Record<string, unknown>
      ownerId?: string | null
    }

/** A record of which the run did something, on its way back. */
export type DoneItem = RunItem & {
  decisionId: string | null
  mailId: string | null
  versionAfter: number | null
  before: Record<string, unknown> | null
}
export type Undone = { place: number; result: "undone" | "kept"; why: string | null }

export type StaffCtx = Ctx & { actor: Staff }

/** What a kind of run does to the records of a list; each step takes a batch, and all of a batch stands or falls together. */
export type Deed = {
  /** How many records a batch has at most. */
  atOnce: number
  /** How many are looked at in one piece of work, where that takes long. */
  looksAtOnce?: number
  /** What was typed, checked and made whole for good: later changes of a name or a template do not reach a run. */
  prepare: (ctx: StaffCtx, typed: Record<string, string>) => Promise<{ input: object; title: string }>
  check: (tx: Tx, staff: Staff, run: RunJob, items: readonly RunItem[]) => Promise<Checked[]>
  perform: (ctx: StaffCtx, run: RunJob, items: readonly RunItem[]) => Promise<Performed[]>
  undo: (ctx: StaffCtx, run: RunJob, items: readonly DoneItem[]) => Promise<Undone[]>
}

/** One piece of work on a run, in the transaction that also says how far it came. */
export type RunStep = (ctx: StaffCtx, job: RunJob) => Promise<void>
