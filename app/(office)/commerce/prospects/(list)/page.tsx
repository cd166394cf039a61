import type { Metadata } from "next"
import { listBulk } from "@/components/bulk/list-bulk"
import { assignView } from "@/components/commerce/assign-view"
import { decideView } from "@/components/commerce/decide-view"
import { prospectCount } from "@/components/commerce/prospect-count"
import { ProspectList } from "@/components/commerce/prospect-list"
import { ProspectPeek } from "@/components/commerce/prospect-peek"
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
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { waitingWords } from "@/lib/sales/approvals/rules"
import { getPeekedProspect } from "@/lib/sync/get-peeked-prospect"
import { openList } from "@/lib/views/open-list"

type ProspectsPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: ProspectsPageProps): Promise<Metadata> {
  const staff = await requireStaff("prospect:read")
  return { title: (await openList(prospectList, staff, await searchParams)).title }
}

export default async function ProspectsPage({ searchParams }: ProspectsPageProps) {
  const staff = await requireStaff("prospect:read")
  const params = await searchParams
  const list = await openList(prospectList, staff, params)
  const { query, title } = list
  const now = new Date()
  const counting = countProspects(query.view, staff.id)
  const whole = () => counting.then(({ all }) => all)
  const [page, counts, peeked] = await Promise.all([
    readWork(prospectSource, staff.id, query, now, whole),
    counting,
    getPeekedProspect(staff, params.peek),
  ])
  const tabs = <ProspectTabs query={query} counts={counts} />
  const head = <WorkHead shape={prospectList} list={list} count={prospectCount(counts)} tabs={tabs} />
  const waits = peeked?.approval ? waitingWords(peeked.approval) : null
  return (
    <ProspectList
      {...{ head, title, query, page }}
      role={staff.staffRole}
      around={cellAround(staff.id, now)}
      peek={
        peeked && (
          <ProspectPeek
            {...{ prospect: peeked.prospect, ledgers: peeked.ledgers, now, viewerId: staff.id }}
            key={peeked.prospect.id}
            decide={decideView(peeked, staff.staffRole, { undoSeconds: env().SEND_WINDOW_SECONDS, ...peeked.around }, null, waits)}
            assign={assignView(peeked.prospect, peeked.owners, staff)}
            href={listedHref(prospectList, query, peeked.prospect.id)}
            mayRetry={may(staff.staffRole, "mail:retry")}
          />
        )
      }
      {...listBulk(staff, "prospects", prospectList, query)}
    />
  )
}
