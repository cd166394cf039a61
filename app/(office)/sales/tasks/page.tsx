import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { Tasks } from "@/components/sales/tasks"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { getTasks } from "@/lib/sales/activities/get-tasks"
import { readTasksQuery } from "@/lib/sales/activities/tasks-query"

export const metadata: Metadata = { title: "Tasks" }

export default async function TasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const staff = await requireStaff("dashboard:read")
  const now = new Date()
  const view = await getTasks(staff, readTasksQuery(await searchParams), now)
  if (!view) notFound()
  const { id, staffRole } = staff
  return <Tasks view={view} viewer={{ id, staffRole }} now={now} />
}
