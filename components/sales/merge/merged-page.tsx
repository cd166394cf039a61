import { Merge } from "lucide-react"
import { RecordLink } from "@/components/shell/record-link"
import { Facts } from "@/components/ui/facts"
import { RecordHeader } from "@/components/ui/record-header"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { MergedLetter } from "@/lib/mail/post-request-merged"
import { recordHref } from "@/lib/platform/record-href"
import type { MergedView } from "@/lib/sync/get-merged"
import { mergeFields } from "@/lib/sync/merge-fields"
import { mergeKinds } from "./merge-kind-words"
import { wordsOf } from "./merge-view"
import { UnmergeButton } from "./unmerge-button"

/** The page of a record that became part of another: where it went, by whom and when, what it was, and the way back. */
export function MergedPage({ view }: { view: MergedView }) {
  const { record, kind, loser, primary, until, refusal, was, counts, letter } = view
  const isCustomer = record.kind === "customer"
  const list = isCustomer ? { label: "Customers", href: "/commerce/customers" } : mergeKinds[kind].list
  const fields = mergeFields(kind, was, was)
  return (
    <>
      <RecordHeader
        crumbs={[list, { label: record.intoLabel, href: recordHref(record.kind, record.intoId) ?? list.href }]}
        title={record.label}
        facts={<Status word="Merged" pill />}
        commands={<UnmergeButton mergeId={view.mergeId} reason={refusal} />}
      />
      <Strip tone="mute" icon={<Merge aria-hidden="true" />}>
        <b>Merged</b> into{" "}
        <RecordLink kind={record.kind} id={record.intoId}>
          {record.intoLabel}
        </RecordLink>{" "}
        by {record.actorName}, <Moment at={record.at} />
        {isCustomer && (
          <>
            {" "}
            together with the {kind}s{" "}
            <RecordLink kind={kind} id={loser.id}>
              {loser.label}
            </RecordLink>{" "}
            and{" "}
            <RecordLink kind={kind} id={primary.id}>
              {primary.label}
            </RecordLink>
          </>
        )}
        .{" "}
        {refusal ?? (
          <>
            It can be taken apart until <Moment at={until} style="date" />.
          </>
        )}
        {letter && <span className="block">{letterWords(letter)}</span>}
      </Strip>
      <div className="merge-outcome max-w-[760px] flex-none">
        <Section title="What it was">
          <Facts
            wide
            items={was.fields.flatMap(({ key, label, texts }) => {
              const field = fields.find((one) => one.key === key)
              const value = field && wordsOf(field, texts, was.currency)
              return value ? [{ label, value }] : []
            })}
          />
        </Section>
        <Section title={`What went to ${primary.label}`}>
          <p className="text-pretty text-ink-2">
            {counts.length > 0 ? `${counts.join(", ")}.` : "Nothing belonged to it."} Its story is told on the timeline of {primary.label}.
          </p>
        </Section>
      </div>
    </>
  )
}

const letterWords = ({ state, toAddress }: MergedLetter): string => {
  if (state === "canceled") return `The email to ${toAddress} about it was canceled.`
  if (state === "sent" || state === "bounced" || state === "sending")
    return `An email told ${toAddress} of it; Unmerge does not take that back.`
  return `An email to ${toAddress} about it has not left yet; Unmerge cancels it.`
}
