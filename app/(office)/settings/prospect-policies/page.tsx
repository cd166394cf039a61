import type { Metadata } from "next"
import { RulesPage } from "@/components/rules/rules-page"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { openProspectRules } from "@/lib/sync/prospect-policies/queries"

export const metadata: Metadata = { title: "Prospect policies" }

export default async function ProspectPoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("prospect-rules:read")
  const rules = await openProspectRules(await searchParams)
  return (
    <>
      <SettingsHead
        title="Prospect policies"
        path="/settings/prospect-policies"
        text="Which requests are decided without a person, and which need two"
      />
      <RulesPage
        kind="prospect_policy"
        rules={rules}
        reason={roleRefusal(staff.staffRole, "prospect-rules:edit", "change the policies of prospects")}
        emptyText="A policy approves or rejects requests for which its conditions hold, whether a table map runs or not, or asks for a second person before somebody decides."
      />
    </>
  )
}
