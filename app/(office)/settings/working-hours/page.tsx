import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { StaffHours } from "@/components/settings/staff-hours"
import { requireStaff } from "@/lib/identity/actor"
import { listStaffHours } from "@/lib/sales/calendar/list-staff-hours"
import { listCalendars } from "@/lib/sales/calendar/queries"
import { refusalToSetHours } from "@/lib/sales/calendar/rules"

export const metadata: Metadata = { title: "Working hours and absence" }

export default async function WorkingHoursPage() {
  const staff = await requireStaff("hours:read")
  const now = new Date()
  const [people, calendars] = await Promise.all([listStaffHours(staff, now), listCalendars()])
  return (
    <>
      <SettingsHead
        title="Working hours and absence"
        path="/settings/working-hours"
        text="Who is away or full gets no new lead by itself."
      />
      <StaffHours
        people={people.map((person) => ({
          ...person,
          reason: refusalToSetHours(staff, person.personId, person.name)?.message ?? null,
        }))}
        calendars={calendars.map(({ id, name, isDefault, week, timeZone }) => ({ id, name, isDefault, week, timeZone }))}
        meId={staff.id}
      />
    </>
  )
}
