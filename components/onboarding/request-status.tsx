import { AsideTitle, PublicColumns } from "@/components/onboarding/public-columns"
import { AnsweredQuestions, OpenQuestions } from "@/components/onboarding/questions"
import { Road } from "@/components/onboarding/road"
import { StatusAction, type StatusDoor } from "@/components/onboarding/status-action"
import { roadOf } from "@/components/onboarding/status-road"
import { StatusTitle } from "@/components/onboarding/status-title"
import { WithdrawRequest } from "@/components/onboarding/withdraw-request"
import { Moment } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

type RequestStatusProps = {
  request: RequestStatusView
  token: string
  confirm: StatusDoor
  answer: StatusDoor
  withdraw: StatusDoor
}

/** The applicant's own page: where the request is, what was sent, what was decided, and what can be done. */
export function RequestStatus({ request, token, confirm, answer, withdraw }: RequestStatusProps) {
  const isDecision = request.status === "Approved" || request.status === "Rejected"
  return (
    <PublicColumns asideLabel="Messages to you" aside={<Messages messages={request.messages} />}>
      <StatusTitle request={request} />
      {isDecision && (request.note || request.reason) && <Decision reason={request.reason} note={request.note} />}
      {request.canAnswer && <OpenQuestions questions={request.questions} token={token} answer={answer} />}
      {request.canConfirm && (
        <section
          aria-labelledby="confirm"
          className="mt-8 rounded-3 border border-accent-line bg-accent-soft px-6 pt-5 pb-6 max-m:px-[18px]"
        >
          <h2 id="confirm" className="text-20 font-title tracking-[-0.012em]">
            Is this your email?
          </h2>
          <p className="mt-1 text-pretty">Confirm that it was you who sent this request.</p>
          <StatusAction act={confirm} token={token} word="Confirm email" busyWord="Confirming" />
        </section>
      )}
      <section className="mt-[52px]" aria-labelledby="where">
        <h2 id="where" className="mb-6 text-24 font-title tracking-[-0.017em]">
          Where it is
        </h2>
        <Road steps={roadOf(request)} />
      </section>
      <AnsweredQuestions questions={request.questions} />
      <WhatYouSent sent={request.sent} />
      {request.canWithdraw && <WithdrawRequest act={withdraw} token={token} />}
    </PublicColumns>
  )
}

function Decision({ reason, note }: { reason: string | null; note: string | null }) {
  return (
    <section aria-labelledby="decision" className="mt-8 border-y border-line-2 py-5">
      <h2 id="decision" className="text-20 font-title tracking-[-0.012em]">
        {reason ?? "What we decided"}
      </h2>
      {note && <p className="mt-1 break-words whitespace-pre-line">{note}</p>}
    </section>
  )
}

function WhatYouSent({ sent }: Pick<RequestStatusView, "sent">) {
  return (
    <section className="mt-14" aria-labelledby="sent">
      <h2 id="sent" className="border-b border-line-2 pb-3 text-24 font-title tracking-[-0.017em]">
        What you sent
      </h2>
      <dl>
        {sent.map(({ label, value }) => (
          <div key={label} className="grid grid-cols-[190px_minmax(0,1fr)] border-b border-line py-3 max-m:grid-cols-1">
            <dt className="text-ink-2 max-m:text-14">{label}</dt>
            <dd className="font-medium wrap-anywhere whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Messages({ messages }: Pick<RequestStatusView, "messages">) {
  return (
    <>
      <AsideTitle>Messages to you</AsideTitle>
      {messages.length === 0 && <p className="text-ink-2">None yet.</p>}
      <ul className="mt-3 grid gap-3.5">
        {messages.map(({ subject, at, state }) => (
          <li key={`${subject} ${at.toISOString()}`}>
            <b className="block leading-[22px]">{subject}</b>
            <span className="text-ink-3">
              <Moment at={at} style="zoned" />, {state.toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
