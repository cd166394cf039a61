import type { z } from "zod"
import type { Permission } from "@/lib/identity/permissions"
import { assignment } from "../assignment/effect"
import { escalation } from "../escalation/effect"
import { policy } from "../policies/effect"
import { scoring } from "../scoring/effect"
import type { Names, RuleSubject } from "./rule"

/** What one kind of rules is about: whom it is asked of, its page, its effects, its settings. */
export type KindOfRules<Effect, Settings> = {
  /** By which its drafts and versions are kept. */
  key: string
  subject: RuleSubject
  /** Who may change them. */
  edits: Permission
  /** Title of its page. */
  title: string
  path: string
  /** In a sentence: "the scoring rules". */
  noun: string
  effect: z.ZodType<Effect>
  settings: z.ZodType<Settings>
  firstEffect: Effect
  firstSettings: Settings
  /** What an effect does, at the end of a rule's sentence: "+15 points". */
  says: (effect: Effect, names: Names) => string
  /** What the settings say, for telling that they changed; null where a kind has none. */
  settingsSay: ((settings: Settings) => string) | null
  /** The people whom an effect names. */
  peopleIn: (effect: Effect) => readonly string[]
}

/** Every kind of rules of Sales. Another one is entered here, and gets its effect's fields in components/rules. */
export const ruleKinds = { scoring, assignment, policy, escalation } as const

export type RuleKind = keyof typeof ruleKinds
export type EffectOf<Kind extends RuleKind> = z.output<(typeof ruleKinds)[Kind]["effect"]>
export type SettingsOf<Kind extends RuleKind> = z.output<(typeof ruleKinds)[Kind]["settings"]>

export const ruleKindNames = Object.keys(ruleKinds) as [RuleKind, ...RuleKind[]]

/** A kind, for what does not care which one it is. */
export type AnyKind = KindOfRules<unknown, unknown>

/** A kind of Sales by its name, or one that another room brings along. */
export const kindOf = (kind: RuleKind | AnyKind): AnyKind => (typeof kind === "string" ? (ruleKinds[kind] as unknown as AnyKind) : kind)
