import type { Metadata } from "next"
import { RulesPage } from "@/components/rules/rules-page"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { openRules } from "@/lib/sales/rule-sets/queries"

export const metadata: Metadata = { title: "Assignment rules" }

export default async function AssignmentRulesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("rules:read")
  const rules = await openRules("assignment", await searchParams)
  return (
    <>
      <SettingsHead
        title="Assignment rules"
        path="/settings/assignment-rules"
        text="Who gets a lead that nobody owns. Asked from above; the first rule that finds somebody gives it"
      />
      <RulesPage
        kind="assignment"
        rules={rules}
        reason={roleRefusal(staff.staffRole, "rules:edit", "change rules")}
        emptyText="A rule gives leads for which its conditions hold to one person, to several in turn, or to whoever has the fewest open leads."
      />
    </>
  )
}
