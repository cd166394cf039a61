import { Banknote } from "lucide-react"
import type { ReactNode } from "react"
import { WaitingTerms } from "@/components/commerce/credit/answer-terms"
import { AskedCredit } from "@/components/commerce/credit/asked-credit"
import { AuthorizationsTable } from "@/components/commerce/credit/authorizations-table"
import { CreditLeft, Figures, TermsFacts } from "@/components/commerce/credit/credit-figures"
import { EntriesTable } from "@/components/commerce/credit/entries-table"
import { RefusalsTable } from "@/components/commerce/credit/refusals-table"
import { CompleteReview, PlanReview } from "@/components/commerce/credit/review-commands"
import { SetCredit } from "@/components/commerce/credit/set-credit"
import { SpendingTable } from "@/components/commerce/credit/spending-table"
import { TermsTable } from "@/components/commerce/credit/terms-table"
import { RecordLink } from "@/components/shell/record-link"
import { Empty } from "@/components/ui/empty"
import { RecordHeader } from "@/components/ui/record-header"
import type { RecordStepProps } from "@/components/ui/record-step"
import { Moment } from "@/components/ui/time"
import { foreseeTerms } from "@/lib/commerce/credit/foresee-terms"
import type { CreditDetail } from "@/lib/commerce/credit/queries"
import type { CreditRequestRow } from "@/lib/commerce/credit/requests/queries"
import { termsText } from "@/lib/commerce/credit/rules"
import { dayTextOf } from "@/lib/platform/zone"

type CreditPageProps = {
  organization: { id: string; number: string; name: string }
  credit: CreditDetail
  /** What the partner asks for, as long as nobody has answered. */
  request: CreditRequestRow | null
  /** The way through the list that it was opened from. */
  step?: RecordStepProps
  now: Date
  /** Why this person cannot set credit. */
  reason: string | null
  /** Why this person cannot answer the change that waits. */
  refusals: { answer: string | null; takeBack: string | null }
}

/** All about the credit of one organization: what is left, the terms with their history, its users, and the ledger. */
export function CreditPage({ organization, credit, request, step, now, reason, refusals }: CreditPageProps) {
  const { id: organizationId, number, name } = organization
  const { standing, waiting, reviewOn, currencyStays, terms, users, authorizations, refusals: refused, entries } = credit
  const set = <SetCredit {...{ organizationId, name, standing, currencyStays, reason }} />
  const review = { organizationId, name, reviewOn: reviewOn && dayTextOf(reviewOn), reason }
  const names = new Map(users.map((user) => [user.memberId, user.name]))
  return (
    <>
      <RecordHeader
        crumbs={[
          { label: "Credit", href: "/commerce/credit" },
          { label: number, href: `/commerce/credit/${organizationId}` },
        ]}
        step={step}
        title={`Credit of ${name}`}
        commands={
          standing && (
            <>
              {set}
              <PlanReview {...review} />
              <CompleteReview {...review} />
            </>
          )
        }
        facts={
          <>
            <RecordLink kind="customer" id={organizationId}>
              {`Customer ${number}`}
            </RecordLink>
            {standing && <span>{standing.currency}</span>}
            {standing && <span>Days of {standing.timeZone.replaceAll("_", " ")}</span>}
            {reviewOn && (
              <span>
                Review <Moment at={reviewOn} style="day" />
              </span>
            )}
          </>
        }
      />
      {request && (
        <AskedCredit
          request={request}
          name={name}
          reason={reason}
          set={
            <SetCredit
              {...{ organizationId, name, standing, currencyStays }}
              size="s"
              asked={request}
              reason={reason ?? (waiting ? "A change waits for a second person already." : null)}
            />
          }
        />
      )}
      {standing && waiting && (
        <WaitingTerms
          termsId={waiting.id}
          text={termsText(waiting, waiting.currency)}
          now={standing.terms && termsText(standing.terms, standing.currency)}
          outlook={
            foreseeTerms(standing.figures, waiting, waiting.currency === standing.currency ? standing.terms : null, waiting.currency).text
          }
          name={name}
          askedByName={waiting.askedByName}
          askedAt={waiting.askedAt}
          reason={waiting.reason}
          refusals={refusals}
        />
      )}
      {standing ? (
        <>
          <div className="grid grid-cols-3 gap-x-10 m:max-l:*:first:col-span-2 gap-y-6 border-t border-line px-6 py-5 max-l:grid-cols-2 max-m:grid-cols-1 max-m:px-4">
            <Block title="Credit left">
              <CreditLeft standing={standing} />
            </Block>
            <Block title="Terms in force">
              <TermsFacts standing={standing} />
            </Block>
            <Block title="What is used">
              <Figures standing={standing} />
            </Block>
          </div>
          <Part title="Users" count={users.length}>
            <SpendingTable users={users} currency={standing.currency} reason={reason} />
          </Part>
          <Part title="History" count={terms.length}>
            <TermsTable terms={terms} inForce={standing.terms?.id ?? null} currency={standing.currency} now={now} />
          </Part>
          <Part title="Authorizations" count={authorizations.length}>
            <AuthorizationsTable rows={authorizations} names={names} currency={standing.currency} />
          </Part>
          <Part title="Refused" count={refused.length}>
            <RefusalsTable rows={refused} names={names} />
          </Part>
          <Part title="Ledger" count={entries.length}>
            <EntriesTable rows={entries} names={names} currency={standing.currency} />
          </Part>
        </>
      ) : (
        <Empty
          icon={<Banknote />}
          title="No credit yet"
          text="Nothing is sold on account until somebody sets a credit limit. Shops are told so when they ask."
          actions={set}
        />
      )}
    </>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="[&_.facts]:grid-cols-[164px_minmax(0,1fr)]">
      <h2 className="mb-2.5 text-14 font-semi">{title}</h2>
      {children}
    </section>
  )
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pb-3">
      <h2 className="flex items-center gap-2 px-6 py-3 text-14 font-semi max-m:px-4">
        {title} <span className="font-regular text-ink-3 tabular-nums">{count}</span>
      </h2>
      {children}
    </section>
  )
}
