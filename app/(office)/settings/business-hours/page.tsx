import type { Metadata } from "next"
import { AddCalendar } from "@/components/settings/calendar-commands"
import { CalendarList } from "@/components/settings/calendar-list"
import { SettingsHead } from "@/components/settings/settings-head"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { listCalendars } from "@/lib/sales/calendar/queries"

export const metadata: Metadata = { title: "Business hours" }

export default async function BusinessHoursPage() {
  const staff = await requireStaff("calendar:read")
  const reason = roleRefusal(staff.staffRole, "calendar:edit", "change business hours")
  return (
    <>
      <SettingsHead
        title="Business hours"
        path="/settings/business-hours"
        text="When work is done. Targets run in these hours and stand still in between."
        commands={<AddCalendar reason={reason} />}
      />
      <CalendarList calendars={await listCalendars()} now={new Date()} reason={reason} />
    </>
  )
}
