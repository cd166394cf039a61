import type { ActionResult } from "@/lib/identity/action"
import { discardRules, publishRules, rehearseRules, restoreRules, saveRules } from "@/lib/sales/actions"
import {
  discardProspectRules,
  publishProspectRules,
  rehearseProspectRules,
  restoreProspectRules,
  saveProspectRules,
} from "@/lib/sync/actions"
import type { RuleKind } from "./kinds"

type Drafted = { kind: RuleKind; draftVersion: number; draft: string }
type Published = { number: number; draftVersion: number }

/** The commands of a kind of rules: each store's rules have doors of their own, since others may change them. */
type RuleDoors = {
  save: (input: Drafted) => Promise<ActionResult<{ draftVersion: number }>>
  rehearse: (input: Omit<Drafted, "draftVersion">) => Promise<ActionResult<{ id: string }>>
  publish: (form: FormData) => Promise<ActionResult<Published>>
  discard: (form: FormData) => Promise<ActionResult<{ draftVersion: number }>>
  restore: (form: FormData) => Promise<ActionResult<Published>>
}

const ofLeads = {
  save: saveRules,
  rehearse: rehearseRules,
  publish: publishRules,
  discard: discardRules,
  restore: restoreRules,
} as unknown as RuleDoors

const ofProspects = {
  save: saveProspectRules,
  rehearse: rehearseProspectRules,
  publish: publishProspectRules,
  discard: discardProspectRules,
  restore: restoreProspectRules,
} as unknown as RuleDoors

export const doorsOf = (kind: RuleKind): RuleDoors => (kind === "prospect_policy" ? ofProspects : ofLeads)
