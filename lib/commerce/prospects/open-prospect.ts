import type { Ctx } from "@/lib/platform/context"
import { searchText } from "@/lib/platform/fold"
import { addressColumns, type Company, fullName, type Requestor } from "@/lib/platform/party"

export type NewProspect = Company &
  Requestor & {
    id: string
    typedEmail: string
    comments: string | null
    consentVersion: string
    submissionKey: string
    fingerprint: string
    leadId: string | null
  }

export type Opened = { id: string; number: string; isNew: boolean; isSame: boolean }

/**
 * Writes a prospect down under the next number. A submission key that was seen before opens nothing:
 * the answer then names the prospect of that key, and says whether what was sent is the same.
 */
export async function openProspect({ tx, now }: Ctx, prospect: NewProspect): Promise<Opened> {
  const row = {
    id: prospect.id,
    type: "b2b_prospect",
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
    answers: {},
    language: prospect.language,
    channel: "default",
    consent_version: prospect.consentVersion,
    consent_at: now,
    submission_key: prospect.submissionKey,
    fingerprint: prospect.fingerprint,
    lead_id: prospect.leadId,
    sales_stage: prospect.leadId ? "New" : null,
    submitted_at: now,
    version: 1,
    search_text: searchText(prospect.companyName, fullName(prospect), prospect.email, prospect.phone),
  }
  const [opened] = await tx.$queryRaw<{ id: string; number: string }[]>`
    insert into commerce.prospect
    select filled.*
    from (select platform.next_number('prospect') as number where not exists (
        select 1 from commerce.prospect where submission_key = ${prospect.submissionKey}::uuid)) as next,
      lateral jsonb_populate_record(null::commerce.prospect, ${JSON.stringify(row)}::jsonb
        || jsonb_build_object('number', next.number, 'search_text', ${row.search_text} || ' ' || lower(next.number))) as filled
    on conflict (submission_key) do nothing
    returning id, number`
  if (opened) return { ...opened, isNew: true, isSame: true }
  const known = await tx.prospect.findUniqueOrThrow({
    where: { submissionKey: prospect.submissionKey },
    select: { id: true, number: true, fingerprint: true },
  })
  return { id: known.id, number: known.number, isNew: false, isSame: known.fingerprint === prospect.fingerprint }
}
