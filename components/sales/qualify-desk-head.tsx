import { ChevronLeft, ChevronRight } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { MadeChoice } from "./made-choice"
import type { QualifyDeskProps } from "./qualify-choice"

/** The heads of the desk's columns: which request, which match and why, and whether it is used. */
export function DeskHead({ work, choice, change }: QualifyDeskProps) {
  const { accounts } = work
  const match = accounts[choice.at]
  return (
    <thead className="max-m:block [&_tr]:max-m:block">
      <tr>
        <th className="w-[156px] max-m:hidden">
          <span className="sr-only">Field</span>
        </th>
        <Head title={work.prospectNumber ?? work.companyName} over="Request">
          <Tag>
            <Moment at={work.submitted} style="date" />
          </Tag>
          {work.isConfirmed && <Tag tone="good">Email verified</Tag>}
        </Head>
        <Head
          title={match?.name ?? "No match"}
          over={match ? `Best match, account ${choice.at + 1} of ${accounts.length}` : "Accounts"}
          aside={accounts.length > 1 && <Step at={choice.at} count={accounts.length} onStep={(at) => change({ at })} />}
        >
          {match ? (
            match.reasons.map((reason) => (
              <Tag key={reason} tone="accent">
                {reason}
              </Tag>
            ))
          ) : (
            <Tag>No account is like this company</Tag>
          )}
        </Head>
        <Head title={choice.account === "existing" ? "Use existing account" : "Create account"} over="Result" isResult>
          {match && <MadeChoice legend="Account" value={choice.account} onChoose={(account) => change({ account })} />}
        </Head>
      </tr>
    </thead>
  )
}

type HeadProps = { over: string; title: string; aside?: ReactNode; isResult?: boolean; children?: ReactNode }

function Head({ over, title, aside, isResult, children }: HeadProps) {
  const tint = isResult ? "border-l border-accent-line bg-accent-soft max-m:border-l-0" : ""
  return (
    <th scope="col" className={`px-4 pt-3.5 pb-3 text-left align-top font-regular max-m:block max-m:px-6 ${tint}`}>
      <span className="flex min-h-5 items-center text-12 text-ink-3">
        {over}
        {aside}
      </span>
      <span className="block text-14 font-semi wrap-anywhere">{title}</span>
      <span className="mt-1.5 flex min-h-7 flex-wrap items-center gap-1">{children}</span>
    </th>
  )
}

function Step({ at, count, onStep }: { at: number; count: number; onStep: (at: number) => void }) {
  return (
    <span className="ml-auto flex gap-0.5">
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ChevronLeft aria-hidden="true" />}
        reason={at === 0 ? "This is the first match." : null}
        onClick={() => onStep(at - 1)}
      >
        Previous match
      </Button>
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ChevronRight aria-hidden="true" />}
        reason={at === count - 1 ? "This is the last match." : null}
        onClick={() => onStep(at + 1)}
      >
        Next match
      </Button>
    </span>
  )
}
