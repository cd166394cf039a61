import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { addressColumns, type Company, fullName, type Requestor } from "@/lib/platform/party"

export type NewProspect = Company &
  Requestor & {
    id: string
    number: string
    /** The code of the storefront at which it was asked. */
    channel: string
    typedEmail: string
    comments: string | null
    consentVersion: string
    submissionKey: string
    fingerprint: string
    leadId: string | null
  }

/** Opens a prospect, Pending, with the command's ledger. The database holds that no two share a submission key. */
export function openProspect({ ledger, now }: Ctx, prospect: NewProspect): void {
  ledger.insert("commerce.prospect", {
    id: prospect.id,
    number: prospect.number,
    status: "pending",
    first_name: prospect.firstName,
    last_name: prospect.lastName,
    email: prospect.email,
    typed_email: prospect.typedEmail,
    phone: prospect.phone,
    company_name: prospect.companyName,
    website: prospect.website,
    tax_id: prospect.taxId,
    ...addressColumns(prospect),
    comments: prospect.comments,
    language: prospect.language,
    channel: prospect.channel,
    consent_version: prospect.consentVersion,
    consent_at: now,
    submission_key: prospect.submissionKey,
    fingerprint: prospect.fingerprint,
    lead_id: prospect.leadId,
    sales_stage: prospect.leadId ? "New" : null,
    submitted_at: now,
    search_text: searchText(prospect.companyName, fullName(prospect), prospect.email, prospect.phone, prospect.number),
  })
}
