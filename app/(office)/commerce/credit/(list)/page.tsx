import type { Metadata } from "next"
import { CreditList } from "@/components/commerce/credit/credit-list"
import { CreditPeek } from "@/components/commerce/credit/credit-peek"
import { CreditTabs } from "@/components/commerce/credit/credit-tabs"
import { WorkHead } from "@/components/views/work-head"
import { creditSource } from "@/lib/commerce/credit/list/credit-source"
import { countCreditViews } from "@/lib/commerce/credit/list/queries"
import { creditList } from "@/lib/commerce/credit/list/views"
import { getCreditSummary } from "@/lib/commerce/credit/queries"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { requireStaff } from "@/lib/identity/actor"
import { cellAround } from "@/lib/platform/cell-around"
import { readWork } from "@/lib/platform/lanes"
import { listedHref } from "@/lib/platform/list-href"
import type { SearchParams } from "@/lib/platform/list-query"
import { openList } from "@/lib/views/open-list"

type CreditListPageProps = { searchParams: Promise<SearchParams> }

export async function generateMetadata({ searchParams }: CreditListPageProps): Promise<Metadata> {
  const staff = await requireStaff("credit:read")
  return { title: (await openList(creditList, staff, await searchParams)).title }
}

export default async function CreditListPage({ searchParams }: CreditListPageProps) {
  const staff = await requireStaff("credit:read")
  const params = await searchParams
  const list = await openList(creditList, staff, params)
  const { query, title } = list
  const now = new Date()
  const [page, counts, peeked] = await Promise.all([
    readWork(creditSource, staff.id, query, now),
    countCreditViews(staff.id),
    typeof params.peek === "string" ? getCustomer(params.peek) : null,
  ])
  const credit = peeked && (await getCreditSummary(peeked.id))
  const head = <WorkHead shape={creditList} list={list} tabs={<CreditTabs query={query} counts={counts} />} />
  const peek = credit && <CreditPeek organization={peeked} credit={credit} href={listedHref(creditList, query, peeked.id)} />
  return <CreditList {...{ head, title, query, page, peek }} around={cellAround(staff.id, now)} />
}
