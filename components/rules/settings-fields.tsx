"use client"
import type { ComponentType } from "react"
import { GradeThresholds } from "./grade-thresholds"
import type { RuleKind } from "./kinds"

export type SettingsFieldsProps<Settings> = {
  settings: Settings
  onChange: (settings: Settings) => void
  errors: Readonly<Record<string, string>>
  /** Why nothing can be changed; null when it can. */
  reason: string | null
}

/** The settings that belong to a kind's rules, for the kinds that have some. */
export const settingsFields = { scoring: GradeThresholds } as unknown as Partial<
  Record<RuleKind, ComponentType<SettingsFieldsProps<unknown>>>
>
