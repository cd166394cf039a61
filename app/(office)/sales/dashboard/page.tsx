import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Dashboard } from "@/components/sales/dashboard/dashboard"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getDashboard } from "@/lib/sales/dashboard/get-dashboard"
import { readDashboardQuery } from "@/lib/sales/dashboard/period"

export const metadata: Metadata = { title: "Dashboard" }

export default async function DashboardPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("dashboard:read")
  const query = readDashboardQuery(await searchParams)
  const now = new Date()
  const view = await getDashboard(staff, query, now)
  if (!view) notFound()
  return <Dashboard view={view} weeks={query.weeks} viewerId={staff.id} now={now} />
}
