import { type AnyKind, kindOf, ruleKinds, type RuleKind as SalesRules } from "@/lib/sales/rule-sets/kinds"
import { prospectRules } from "@/lib/sync/prospect-policies/kind"

/** Every kind of rules that has a page, whichever store it is asked of. */
export type RuleKind = SalesRules | "prospect_policy"

const isOfSales = (name: RuleKind): name is SalesRules => Object.hasOwn(ruleKinds, name)

export const kindNamed = (name: RuleKind): AnyKind => (isOfSales(name) ? kindOf(name) : prospectRules)
