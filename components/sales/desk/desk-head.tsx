import type { ReactNode } from "react"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { accountName } from "@/lib/sync/conversion/lines"
import { contactsFor, lookedAt } from "./desk-choice"
import type { DeskProps } from "./desk-props"
import { MadeChoice } from "./made-choice"
import { StepThrough } from "./step-through"

/** The heads of the desk's columns: which request, which match and why, and whether it is used. */
export function DeskHead({ work, desk, choice, change }: DeskProps) {
  const at = desk.accounts.findIndex(({ id }) => id === choice.accountId)
  const match = desk.accounts[at]
  const { account } = lookedAt(desk, choice)
  const step = (to: number) => {
    const accountId = desk.accounts[to]?.id ?? null
    const isThere = contactsFor(desk, accountId).some(({ id }) => id === choice.contactId)
    const first = contactsFor(desk, accountId)[0]?.id ?? null
    change({ accountId, opportunityId: null, ...(isThere ? {} : { contactId: first, contact: "create" as const }) })
  }
  return (
    <thead className="max-m:block [&_tr]:max-m:block">
      <tr>
        <th className="w-[148px] max-m:hidden">
          <span className="sr-only">Field</span>
        </th>
        <Head title={work.prospectNumber ?? work.companyName} over="Request">
          <Tag>
            <Moment at={work.submitted} style="date" />
          </Tag>
          {work.isConfirmed && <Tag tone="good">Email verified</Tag>}
        </Head>
        <Head
          title={account ? accountName(account.values) : "No match"}
          over={match ? matchLine(at, desk.accounts.length, match.since) : "Accounts"}
          aside={<StepThrough noun="match" at={at} count={desk.accounts.length} onStep={step} />}
        >
          {match ? (
            match.reasons.filter(isLikeness).map((reason) => (
              <Tag key={reason} tone={match.verdict === "possible" ? "plain" : "accent"}>
                {reason}
              </Tag>
            ))
          ) : (
            <Tag>No account is like this company</Tag>
          )}
        </Head>
        <Head title={match && choice.account === "existing" ? "Use existing account" : "Create account"} over="Result" isResult>
          {match && <MadeChoice legend="Account" value={choice.account} onChoose={(made) => change(accountMade(made))} />}
        </Head>
      </tr>
    </thead>
  )
}

/** What differs is seen below, field by field. */
const isLikeness = (reason: string) => !/ differs$/.test(reason)

const matchLine = (at: number, count: number, since: number) =>
  `${at === 0 ? "Best match" : "Match"}, account since ${since}, ${at + 1} of ${count}`

const accountMade = (account: DeskProps["choice"]["account"]) =>
  account === "existing" ? { account } : { account, opportunityId: null, opportunity: "create" as const }

type HeadProps = { over: string; title: string; aside?: ReactNode; isResult?: boolean; children?: ReactNode }

function Head({ over, title, aside, isResult, children }: HeadProps) {
  const tint = isResult ? "border-l border-accent-line bg-accent-soft max-m:border-l-0" : ""
  return (
    <th scope="col" className={`px-4 pt-3.5 pb-3 text-left align-top font-regular max-m:block max-m:px-6 ${tint}`}>
      <span className="flex min-h-7 items-center text-12 text-ink-3">
        {over}
        {aside}
      </span>
      <span className="block text-14 font-semi wrap-anywhere">{title}</span>
      <span className="mt-1.5 flex min-h-7 flex-wrap items-center gap-1">{children}</span>
    </th>
  )
}
