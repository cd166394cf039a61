import type { Metadata } from "next"
import { AccountCredit } from "@/components/portal/account-credit"
import { CreditRequest } from "@/components/portal/credit-request"
import { OrganizationCredit, OwnCreditFacts } from "@/components/portal/own-credit"
import { mostListed } from "@/lib/commerce/credit/list-authorizations"
import { getCreditSummary } from "@/lib/commerce/credit/queries"
import { getCreditRequest } from "@/lib/commerce/credit/requests/queries"
import { getOwnCredit, organizationOf } from "@/lib/portal/credit"
import { requirePartner } from "@/lib/portal/partner"
import { partnerMay } from "@/lib/portal/permissions"
import { getStatement } from "@/lib/portal/statement"

export const metadata: Metadata = { title: "Account credit" }

export default async function AccountCreditPage() {
  const partner = await requirePartner("credit:read")
  const [now, organizationId] = [new Date(), await organizationOf(partner)]
  const [own, statement, request, { standing, currencyStays }] = await Promise.all([
    getOwnCredit(partner, now),
    getStatement(partner, now),
    getCreditRequest(organizationId),
    getCreditSummary(organizationId),
  ])
  return (
    <AccountCredit
      facts={own ? <OwnCreditFacts {...own} /> : <OrganizationCredit credit={null} />}
      request={
        <CreditRequest
          request={request}
          currency={standing?.currency ?? null}
          currencyStays={currencyStays !== null}
          mayAsk={partnerMay(partner.memberRole, "credit:ask")}
        />
      }
      statement={statement}
      most={mostListed}
    />
  )
}
