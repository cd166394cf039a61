import { Plus } from "lucide-react"
import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { HierarchyList } from "@/components/commerce/hierarchy-list"
import { HierarchyPeek } from "@/components/commerce/hierarchy-peek"
import { roleRefusal } from "@/components/shell/role-refusal"
import { ButtonLink } from "@/components/ui/button-link"
import { WorkHead } from "@/components/views/work-head"
import { channelNames } from "@/lib/commerce/channels/queries"
import { hierarchySource } from "@/lib/commerce/hierarchies/hierarchy-source"
import { getHierarchy } from "@/lib/commerce/hierarchies/queries"
import { hierarchyList } from "@/lib/commerce/hierarchies/views"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { openList } from "@/lib/views/open-list"

type HierarchiesPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: HierarchiesPageProps): Promise<Metadata> {
  const staff = await requireStaff("hierarchy:read")
  return { title: (await openList(hierarchyList, staff, await searchParams)).title }
}

export default async function HierarchiesPage({ searchParams }: HierarchiesPageProps) {
  const staff = await requireStaff("hierarchy:read")
  const params = await searchParams
  const list = await openList(hierarchyList, staff, params)
  const now = new Date()
  const [page, peeked, names] = await Promise.all([
    readWork(hierarchySource, staff.id, list.query, now),
    typeof params.peek === "string" ? getHierarchy(params.peek) : null,
    typeof params.peek === "string" ? channelNames() : {},
  ])
  const head = (
    <WorkHead
      shape={hierarchyList}
      list={list}
      commands={
        <ButtonLink
          size="s"
          icon={<Plus aria-hidden="true" />}
          href="/commerce/hierarchies/new"
          reason={roleRefusal(staff.staffRole, "hierarchy:edit", "create customer hierarchies")}
        >
          New hierarchy
        </ButtonLink>
      }
    />
  )
  const peek = peeked && <HierarchyPeek hierarchy={peeked} channelNames={names} href={listedHref(hierarchyList, list.query, peeked.id)} />
  return (
    <HierarchyList
      {...{ head, page, peek }}
      title={list.title}
      query={list.query}
      around={cellAround(staff.id, now)}
      {...listBulk(staff, "hierarchies", hierarchyList, list.query)}
    />
  )
}
