import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CreditPage } from "@/components/commerce/credit/credit-page"
import { roleRefusal } from "@/components/shell/role-refusal"
import { stepOf } from "@/components/shell/step-of"
import { creditNeighbours } from "@/lib/commerce/credit/list/queries"
import { creditList } from "@/lib/commerce/credit/list/views"
import { getCreditDetail } from "@/lib/commerce/credit/queries"
import { getCreditRequest } from "@/lib/commerce/credit/requests/queries"
import { refusalToAnswer, refusalToTakeBack } from "@/lib/commerce/credit/rules"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { requireStaff } from "@/lib/identity/actor"
import type { SearchParams } from "@/lib/platform/list-query"
import { openQuery } from "@/lib/views/open-list"

type OrganizationCreditPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

async function getOrganization(id: string) {
  const customer = await getCustomer(id)
  return customer?.type === "organization" ? customer : null
}

export async function generateMetadata({ params }: OrganizationCreditPageProps): Promise<Metadata> {
  await requireStaff("credit:read")
  const organization = await getOrganization((await params).id)
  return { title: organization ? `Credit of ${organization.name}` : "Not found" }
}

export default async function OrganizationCreditPage({ params, searchParams }: OrganizationCreditPageProps) {
  const staff = await requireStaff("credit:read")
  const organization = await getOrganization((await params).id)
  if (!organization) notFound()
  const now = new Date()
  const query = await openQuery(creditList, staff, await searchParams)
  const [credit, request, around] = await Promise.all([
    getCreditDetail(organization.id, now),
    getCreditRequest(organization.id),
    creditNeighbours(staff, query, organization.id),
  ])
  const byRole = roleRefusal(staff.staffRole, "credit:edit", "set credit")
  const notPartner =
    organization.hierarchies.length > 0 ? null : "Credit is given to partners, and this organization has no customer hierarchy."
  const { waiting } = credit
  return (
    <CreditPage
      organization={organization}
      credit={credit}
      request={request?.state === "asked" ? request : null}
      step={credit.standing ? stepOf("organization", creditList, query, around) : undefined}
      now={now}
      reason={byRole ?? notPartner}
      refusals={{
        answer: byRole ?? (waiting && (refusalToAnswer(waiting, staff)?.message ?? null)),
        takeBack: byRole ?? (waiting && (refusalToTakeBack(waiting, staff)?.message ?? null)),
      }}
    />
  )
}
