"use client"
import type { ComponentType } from "react"
import { AssignmentFields } from "./assignment-fields"
import { EscalationFields } from "./escalation-fields"
import type { RuleKind } from "./kinds"
import { PolicyFields } from "./policy-fields"
import { ProspectPolicyFields } from "./prospect-policy-fields"
import { ScoringFields } from "./scoring-fields"

export type EffectFieldsProps<Effect> = {
  effect: Effect
  onChange: (effect: Effect) => void
  /** What is wrong, by the field of the effect. */
  errors: Readonly<Record<string, string>>
  /** Everybody who works in Sales, by id. */
  people: Readonly<Record<string, string>>
}

/** The fields of what a rule does, by its kind. */
export const effectFields = {
  scoring: ScoringFields,
  assignment: AssignmentFields,
  policy: PolicyFields,
  prospect_policy: ProspectPolicyFields,
  escalation: EscalationFields,
} as unknown as Record<RuleKind, ComponentType<EffectFieldsProps<unknown>>>
