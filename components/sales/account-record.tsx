import type { ReactNode } from "react"
import { AlsoHere } from "@/components/shell/also-here"
import { Receipts } from "@/components/shell/receipts"
import { stepOf } from "@/components/shell/step-of"
import { Person } from "@/components/ui/person"
import { RecordColumns } from "@/components/ui/record-columns"
import { RecordHeader } from "@/components/ui/record-header"
import { countryName } from "@/lib/platform/countries"
import type { HistoryRow } from "@/lib/platform/history"
import { fullName } from "@/lib/platform/party"
import type { AccountDetail } from "@/lib/sales/accounts/queries"
import { type AccountQuery, accountList } from "@/lib/sales/accounts/views"
import type { Story } from "@/lib/sales/get-story"
import type { Owner } from "@/lib/sales/owners"
import { refusalToOfferMerge } from "@/lib/sync/merge-rules"
import type { ReceiptView } from "@/lib/sync/receipts"
import { allOfAccount } from "./all-of"
import { AccountCommands } from "./commands-of-party"
import { CustomerNumber } from "./customer-number"
import { DuplicatesLink } from "./duplicates/duplicates-link"
import { AccountCompany } from "./edit/party-sections"
import { MergeButton } from "./merge/merge-button"
import type { PartyRefusals } from "./party-refusals"
import { PartySide } from "./party-side"
import { RelatedRecords } from "./related-records"
import { Stakeholders } from "./stakeholders"
import { TimelineSection } from "./timeline-section"

type AccountRecordProps = {
  account: AccountDetail
  query: AccountQuery
  around: { previous: string | null; next: string | null }
  story: Story
  history: readonly HistoryRow[]
  receipts: readonly ReceiptView[]
  /** Why this person cannot edit or assign it. */
  refusals: PartyRefusals
  owners: readonly Owner[]
  viewerId: string
  /** How many records may be the same. */
  duplicates: number
  /** What became part of it lately. */
  merged: ReactNode
}

/** The record page of an account. */
export function AccountRecord(props: AccountRecordProps) {
  const { account, query, around, story, history, receipts, refusals, owners, viewerId, duplicates, merged } = props
  const { contacts } = account
  const all = allOfAccount(account.id)
  const { id, name } = account
  const mergeRefusal = refusalToOfferMerge("account", { ...account, label: name }, story.viewer)
  return (
    <>
      <RecordHeader
        here={<AlsoHere />}
        crumbs={[{ label: "Accounts", href: accountList.path }]}
        step={stepOf("account", accountList, query, around)}
        title={account.name}
        commands={
          <>
            <AccountCommands {...{ account, viewerId, owners, refusals }} />
            <MergeButton kind="account" id={id} name={name} reason={mergeRefusal?.message ?? null} />
          </>
        }
        facts={
          <>
            <AccountHead account={account} />
            <DuplicatesLink recordId={account.id} count={duplicates} />
          </>
        }
      />
      {merged}
      <RecordColumns
        left={
          <>
            <AccountCompany account={account} refusal={refusals.edit} />
            <RelatedRecords
              title="Contacts"
              allHref={all.contacts}
              records={contacts.map(({ id, email, ...name }) => ({ kind: "contact", id, title: fullName(name), sub: email ?? undefined }))}
              none="Nobody yet."
            />
          </>
        }
        middle={<TimelineSection about="account" here={account.id} story={story} />}
        right={
          <>
            <PartySide kind="account" all={all} party={account} history={history} />
            <Stakeholders about="account" id={account.id} people={story.stakeholders} viewer={story.viewer} />
            <Receipts receipts={receipts} />
          </>
        }
      />
    </>
  )
}

function AccountHead({ account }: { account: AccountDetail }) {
  const place = [account.city, account.country && countryName(account.country)].filter(Boolean).join(", ")
  return (
    <>
      <Person name={account.ownerName} />
      {place && <span>{place}</span>}
      <CustomerNumber customer={account} />
    </>
  )
}
