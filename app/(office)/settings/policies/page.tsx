import type { Metadata } from "next"
import { RulesPage } from "@/components/rules/rules-page"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { openRules } from "@/lib/sales/rule-sets/queries"

export const metadata: Metadata = { title: "Policies" }

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("rules:read")
  const rules = await openRules("policy", await searchParams)
  return (
    <>
      <SettingsHead title="Policies" path="/settings/policies" text="What is decided without a person, and what needs two" />
      <RulesPage
        kind="policy"
        rules={rules}
        reason={roleRefusal(staff.staffRole, "rules:edit", "change rules")}
        emptyText="A policy qualifies or disqualifies leads for which its conditions hold, routes them, or asks for a second person before somebody decides."
      />
    </>
  )
}
