import type { Staff } from "@/lib/identity/actor"
import type { Ctx } from "@/lib/platform/context"
import { discardRules, publishRules, restoreRules, saveRules } from "@/lib/sales/rule-sets/change-rules"
import { prospectRules } from "./kind"
import type { ProspectRulesRef, PublishProspectRules, RestoreProspectRules, SaveProspectRules } from "./schema"

type By = Ctx & { actor: Staff }

/** The policies of prospects are drafted, published and restored by the engine of all rules. */
const kind = prospectRules

export const saveProspectRules = (ctx: By, input: SaveProspectRules) => saveRules(ctx, { ...input, kind })

export const discardProspectRules = (ctx: By, input: ProspectRulesRef) => discardRules(ctx, { ...input, kind })

export const publishProspectRules = (ctx: By, input: PublishProspectRules) => publishRules(ctx, { ...input, kind })

export const restoreProspectRules = (ctx: By, input: RestoreProspectRules) => restoreRules(ctx, { ...input, kind })
