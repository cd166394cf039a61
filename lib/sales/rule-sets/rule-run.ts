import type { Ctx } from "@/lib/platform/context"
import type { RuleRunModel } from "@/prisma/generated/models"

export type RuleRun = RuleRunModel

/** What a piece of work came to: the last lead that is done, how many this time, whether it was the last piece, and what is known so far. */
export type Piece = { through: string | null; done: number; isLast: boolean; result?: unknown }

export type RuleRunStep = (ctx: Ctx, run: RuleRun) => Promise<Piece>
