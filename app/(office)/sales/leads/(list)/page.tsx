import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { AskedDialog } from "@/components/sales/asked-dialog"
import { LeadList } from "@/components/sales/lead-list"
import { LeadListLine } from "@/components/sales/lead-list-line"
import { LeadPeek } from "@/components/sales/lead-peek"
import { LeadTimers } from "@/components/sales/lead-timers"
import { LeadTools } from "@/components/sales/lead-tools"
import { leadWorkView } from "@/components/sales/lead-work"
import { roleRefusal } from "@/components/shell/role-refusal"
import { WorkHead } from "@/components/views/work-head"
import { requireStaff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import { cellAround } from "@/lib/platform/cell-around"
import { db } from "@/lib/platform/db"
import { readWork } from "@/lib/platform/lanes"
import { listedHref, listHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { getAskedLead, type LeadWork } from "@/lib/sales/leads/get-lead-work"
import { getPeekedLead } from "@/lib/sales/leads/get-peeked-lead"
import { leadSource } from "@/lib/sales/leads/lead-source"
import { leadList } from "@/lib/sales/leads/views"
import { getDesk } from "@/lib/sync/conversion/get-desk"
import { runningMaps } from "@/lib/sync/maps"
import { getOfficeCounts } from "@/lib/sync/office-counts"
import { openList } from "@/lib/views/open-list"

type LeadsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: LeadsPageProps): Promise<Metadata> {
  const staff = await requireStaff("lead:read")
  return { title: (await openList(leadList, staff, await searchParams)).title }
}

export default async function LeadsPage({ searchParams }: LeadsPageProps) {
  const staff = await requireStaff("lead:read")
  const params = await searchParams
  const list = await openList(leadList, staff, params)
  const { query, title } = list
  const now = new Date()
  const whole = () => getOfficeCounts(staff.id).then(({ leads }) => leads[query.view])
  const [page, asked, peeked, { leads: counts }] = await Promise.all([
    readWork(leadSource, staff.id, query, now, whole),
    getAskedLead(staff, params),
    getPeekedLead(staff, params.peek, now),
    getOfficeCounts(staff.id),
  ])
  const viewOf = async (work: LeadWork) =>
    leadWorkView(work, { viewerId: staff.id, maps: await runningMaps(db), desk: await getDesk(work, staff, now) })
  const tools = (
    <LeadTools mayImport={may(staff.staffRole, "lead:import")} newRefusal={roleRefusal(staff.staffRole, "lead:edit", "make leads")} />
  )
  const line = <LeadListLine query={query} />
  const head = <WorkHead shape={leadList} {...{ list, line, counts }} commands={tools} />
  return (
    <>
      <LeadList
        {...{ head, title, query, page }}
        peek={
          peeked && (
            <LeadPeek
              lead={peeked.work.lead}
              story={peeked.story}
              timers={<LeadTimers lead={peeked.work.lead} timers={peeked.work.timers} refusals={peeked.work.refusals} now={now} />}
              work={await viewOf(peeked.work)}
              href={listedHref(leadList, query, peeked.work.lead.id)}
              closeHref={listHref(leadList, query, { after: query.after, before: query.before })}
            />
          )
        }
        around={cellAround(staff.id, now)}
        worker={{ id: staff.id, staffRole: staff.staffRole }}
        {...listBulk(staff, "leads", leadList, query)}
      />
      {asked && (
        <AskedDialog
          command={asked.command}
          work={await viewOf(asked.work)}
          closeHref={listHref(leadList, query, { after: query.after, before: query.before })}
        />
      )}
    </>
  )
}
