import type { Metadata } from "next"
import { AskedDialog } from "@/components/sales/asked-dialog"
import { LeadList } from "@/components/sales/lead-list"
import { leadWorkView } from "@/components/sales/lead-work"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { cellAround } from "@/lib/platform/cell-around"
import { db } from "@/lib/platform/db"
import { listHref, readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { readList } from "@/lib/platform/list-source"
import { getAskedLead } from "@/lib/sales/leads/get-lead-work"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadList, leadViews } from "@/lib/sales/leads/views"
import { listOwners } from "@/lib/sales/owners"
import { runningMaps } from "@/lib/sync/maps"

type LeadsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: LeadsPageProps): Promise<Metadata> {
  return { title: leadViews[readListQuery(leadList, await searchParams).view] }
}

export default async function LeadsPage({ searchParams }: LeadsPageProps) {
  const staff = await requireStaff("lead:read")
  const params = await searchParams
  const query = readListQuery(leadList, params)
  const now = new Date()
  const [page, owners, asked] = await Promise.all([readList(leadSource, staff.id, query, now), listOwners(), getAskedLead(staff, params)])
  return (
    <>
      <LeadList
        query={query}
        page={page}
        owners={owners}
        around={cellAround(staff.id, now)}
        mayImport={may(staff.staffRole, "lead:import")}
      />
      {asked && (
        <AskedDialog
          command={asked.command}
          work={leadWorkView(asked.work, { viewerId: staff.id, maps: await runningMaps(db) })}
          closeHref={listHref(leadList, query, { after: query.after, before: query.before })}
        />
      )}
    </>
  )
}
