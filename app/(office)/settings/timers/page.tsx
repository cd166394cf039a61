import type { Metadata } from "next"
import { RulesPage } from "@/components/rules/rules-page"
import { SettingsHead } from "@/components/settings/settings-head"
import { TargetList } from "@/components/settings/target-list"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { env } from "@/lib/platform/env"
import type { SearchParams } from "@/lib/platform/list-query"
import { listCalendars } from "@/lib/sales/calendar/queries"
import { openRules } from "@/lib/sales/rule-sets/queries"
import { isSweeping } from "@/lib/sales/timers/is-sweeping"
import { listTargets } from "@/lib/sales/timers/list-targets"

export const metadata: Metadata = { title: "Timers and escalation" }

export default async function TimersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("calendar:read")
  const [rules, targets, calendars, sweeping] = await Promise.all([
    openRules("escalation", await searchParams),
    listTargets(),
    listCalendars(),
    isSweeping(),
  ])
  return (
    <>
      <SettingsHead
        title="Timers and escalation"
        path="/settings/timers"
        text="How soon leads are answered and decided, and what happens when they are not"
      />
      {!rules.version && (
        <TargetList
          targets={targets}
          calendars={calendars.map(({ id, name, isDefault }) => ({ id, name, isDefault }))}
          houseDays={env().DECISION_TARGET_DAYS}
          isSweeping={sweeping}
          reason={roleRefusal(staff.staffRole, "calendar:edit", "change targets")}
        />
      )}
      {!rules.version && <h2 className="border-t border-line px-6 pt-4 pb-3 text-14 font-semi max-m:px-4">Escalation</h2>}
      <RulesPage
        kind="escalation"
        rules={rules}
        reason={roleRefusal(staff.staffRole, "rules:edit", "change rules")}
        emptyText="A rule waits for a timer to warn or to be breached. The first that fits a lead says who is told and what is done, once."
      />
    </>
  )
}
