import { z } from "zod"
import { PublishRules, RehearseRules, RestoreRules, RulesRef, SaveRules } from "@/lib/sales/rule-sets/schema"

const kind = z.literal("prospect_policy")

export const SaveProspectRules = SaveRules.extend({ kind })
export type SaveProspectRules = z.output<typeof SaveProspectRules>

export const ProspectRulesRef = RulesRef.extend({ kind })
export type ProspectRulesRef = z.output<typeof ProspectRulesRef>

export const PublishProspectRules = PublishRules.extend({ kind })
export type PublishProspectRules = z.output<typeof PublishProspectRules>

export const RehearseProspectRules = RehearseRules.extend({ kind })
export type RehearseProspectRules = z.output<typeof RehearseProspectRules>

export const RestoreProspectRules = RestoreRules.extend({ kind })
export type RestoreProspectRules = z.output<typeof RestoreProspectRules>
