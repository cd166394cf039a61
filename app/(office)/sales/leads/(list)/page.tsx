import type { Metadata } from "next"
import { AskedDialog } from "@/components/sales/asked-dialog"
import { LeadList } from "@/components/sales/lead-list"
import { leadWorkView } from "@/components/sales/lead-work"
import { requireStaff } from "@/lib/identity/actor"
import { db } from "@/lib/platform/db"
import { env } from "@/lib/platform/env"
import { getAskedLead } from "@/lib/sales/leads/get-lead-work"
import { listLeads } from "@/lib/sales/leads/queries"
import { leadList, leadViews } from "@/lib/sales/leads/views"
import { listHref, readListQuery, type SearchParams } from "@/lib/sales/list-query"
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
  const [page, owners, asked] = await Promise.all([listLeads(staff, query), listOwners(), getAskedLead(staff, params)])
  const { DECISION_TARGET_DAYS: targetDays, SEND_WINDOW_SECONDS: windowSeconds } = env()
  return (
    <>
      <LeadList query={query} page={page} owners={owners} viewerId={staff.id} now={new Date()} targetDays={targetDays} />
      {asked && (
        <AskedDialog
          command={asked.command}
          work={leadWorkView(asked.work, { viewerId: staff.id, maps: await runningMaps(db), windowSeconds })}
          closeHref={listHref(leadList, query, { after: query.after, before: query.before })}
        />
      )}
    </>
  )
}
