import type { Metadata } from "next"
import { SettingsHead } from "@/components/settings/settings-head"
import { StaffHours } from "@/components/settings/staff-hours"
import { NothingHolds, PageSearch } from "@/components/shell/page-search"
import { requireStaff } from "@/lib/identity/actor"
import { holding } from "@/lib/platform/holding"
import { readSearch, type SearchParams } from "@/lib/platform/list-query"
import { listStaffHours } from "@/lib/sales/calendar/list-staff-hours"
import { listCalendars } from "@/lib/sales/calendar/queries"
import { refusalToSetHours } from "@/lib/sales/calendar/rules"

export const metadata: Metadata = { title: "Working hours and absence" }

const path = "/settings/working-hours"

export default async function WorkingHoursPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("hours:read")
  const q = readSearch(await searchParams)
  const now = new Date()
  const [all, calendars] = await Promise.all([listStaffHours(staff, now), listCalendars()])
  const people = holding(q, all, ({ name }) => [name])
  return (
    <>
      <SettingsHead title="Working hours and absence" path={path} text="Who is away or full gets no new lead by itself." />
      <PageSearch path={path} label="Search people" q={q} />
      {q && people.length === 0 ? (
        <NothingHolds noun="people" path={path} />
      ) : (
        <StaffHours
          people={people.map((person) => ({
            ...person,
            reason: refusalToSetHours(staff, person.personId, person.name)?.message ?? null,
          }))}
          calendars={calendars.map(({ id, name, isDefault, week, timeZone }) => ({ id, name, isDefault, week, timeZone }))}
          meId={staff.id}
        />
      )}
    </>
  )
}
