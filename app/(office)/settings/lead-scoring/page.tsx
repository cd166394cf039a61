import type { Metadata } from "next"
import { RulesPage } from "@/components/rules/rules-page"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { openRules } from "@/lib/sales/rule-sets/queries"

export const metadata: Metadata = { title: "Lead scoring" }

export default async function LeadScoringPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("rules:read")
  const rules = await openRules("scoring", await searchParams)
  return (
    <>
      <SettingsHead title="Lead scoring" path="/settings/lead-scoring" text="How good a lead is, by rules that explain themselves" />
      <RulesPage
        kind="scoring"
        rules={rules}
        reason={roleRefusal(staff.staffRole, "rules:edit", "change rules")}
        emptyText="A rule gives points to leads for which its conditions hold. Their sum is the score, from 0 to 100, and its grade."
      />
    </>
  )
}
