import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CreditPage } from "@/components/commerce/credit/credit-page"
import { roleRefusal } from "@/components/shell/role-refusal"
import { getCreditDetail } from "@/lib/commerce/credit/queries"
import { refusalToAnswer, refusalToTakeBack } from "@/lib/commerce/credit/rules"
import { getCustomer } from "@/lib/commerce/customers/queries"
import { requireStaff } from "@/lib/identity/actor"

type CustomerCreditPageProps = { params: Promise<{ id: string }> }

async function getOrganization(id: string) {
  const customer = await getCustomer(id)
  return customer?.type === "organization" ? customer : null
}

export async function generateMetadata({ params }: CustomerCreditPageProps): Promise<Metadata> {
  await requireStaff("credit:read")
  const organization = await getOrganization((await params).id)
  return { title: organization ? `Credit of ${organization.name}` : "Not found" }
}

export default async function CustomerCreditPage({ params }: CustomerCreditPageProps) {
  const staff = await requireStaff("credit:read")
  const organization = await getOrganization((await params).id)
  if (!organization) notFound()
  const now = new Date()
  const credit = await getCreditDetail(organization.id, now)
  const byRole = roleRefusal(staff.staffRole, "credit:edit", "set credit")
  const notPartner =
    organization.hierarchies.length > 0 ? null : "Credit is given to partners, and this organization has no customer hierarchy."
  const { waiting } = credit
  return (
    <CreditPage
      organization={organization}
      credit={credit}
      now={now}
      reason={byRole ?? notPartner}
      refusals={{
        answer: byRole ?? (waiting && (refusalToAnswer(waiting, staff)?.message ?? null)),
        takeBack: byRole ?? (waiting && (refusalToTakeBack(waiting, staff)?.message ?? null)),
      }}
    />
  )
}
