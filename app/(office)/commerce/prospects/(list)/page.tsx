import type { Metadata } from "next"
import { prospectCount } from "@/components/commerce/prospect-count"
import { ProspectList } from "@/components/commerce/prospect-list"
import { ProspectTabs } from "@/components/commerce/prospect-tabs"
import { WorkHead } from "@/components/views/work-head"
import { prospectSource } from "@/lib/commerce/prospects/prospect-source"
import { countProspects } from "@/lib/commerce/prospects/queries"
import { prospectList } from "@/lib/commerce/prospects/views"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { cellAround } from "@/lib/platform/cell-around"
import { env } from "@/lib/platform/env"
import { readWork } from "@/lib/platform/lanes"
import type { SearchParams } from "@/lib/platform/list-query"
import { openList } from "@/lib/views/open-list"

type ProspectsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: ProspectsPageProps): Promise<Metadata> {
  const staff = await requireStaff("prospect:read")
  return { title: (await openList(prospectList, staff, await searchParams)).title }
}

export default async function ProspectsPage({ searchParams }: ProspectsPageProps) {
  const staff = await requireStaff("prospect:read")
  const list = await openList(prospectList, staff, await searchParams)
  const { query, title } = list
  const now = new Date()
  const targetDays = env().DECISION_TARGET_DAYS
  const overdueSince = new Date(now.getTime() - targetDays * 86_400_000)
  const counting = countProspects(overdueSince)
  const whole = () => counting.then(({ all }) => all)
  const [page, counts] = await Promise.all([readWork(prospectSource, staff.id, query, now, whole), counting])
  const tabs = <ProspectTabs query={query} counts={counts} />
  const head = <WorkHead shape={prospectList} list={list} count={prospectCount(counts, targetDays)} tabs={tabs} />
  const mayDecide = may(staff.staffRole, "prospect:approve")
  return <ProspectList {...{ head, title, query, page, mayDecide }} around={cellAround(staff.id, now)} />
}
