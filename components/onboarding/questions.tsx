import { AnswerForm } from "@/components/onboarding/answer-form"
import type { StatusDoor } from "@/components/onboarding/status-action"
import { momentText } from "@/components/ui/time"
import type { RequestStatusView } from "@/lib/onboarding/request-status-view"

type Asked = RequestStatusView["questions"]

/** What waits for the applicant's answer; nothing once all is answered. */
export function OpenQuestions({ questions, token, answer }: { questions: Asked; token: string; answer: StatusDoor }) {
  const open = questions.filter((question) => question.answer === null)
  if (open.length === 0) return null
  return (
    <section aria-labelledby="questions" className="mt-8 rounded-3 border border-accent-line bg-accent-soft px-6 pt-5 pb-6 max-m:px-[18px]">
      <h2 id="questions" className="text-20 font-title tracking-[-0.012em]">
        {open.length === 1 ? "We have a question" : `We have ${open.length} questions`}
      </h2>
      <p className="mt-1 text-pretty">Your request waits for your answer.</p>
      {open.map(({ id, subject, text, askedAt }) => (
        <article key={id} className="mt-5 border-t border-accent-line pt-5 first-of-type:border-0 first-of-type:pt-0">
          <h3 className="font-semi wrap-anywhere">{subject}</h3>
          <p className="text-14 text-ink-2">{`Asked on ${momentText(askedAt, "date")}`}</p>
          <p className="mt-2 wrap-anywhere whitespace-pre-line">{text}</p>
          <AnswerForm act={answer} token={token} questionId={id} />
        </article>
      ))}
    </section>
  )
}

/** What the applicant answered, the oldest first. */
export function AnsweredQuestions({ questions }: { questions: Asked }) {
  const answered = questions.filter((question) => question.answer !== null)
  if (answered.length === 0) return null
  return (
    <section aria-labelledby="answered" className="mt-14">
      <h2 id="answered" className="border-b border-line-2 pb-3 text-24 font-title tracking-[-0.017em]">
        What you answered
      </h2>
      <dl>
        {answered.map(({ id, subject, answer, answeredAt }) => (
          <div key={id} className="grid grid-cols-[190px_minmax(0,1fr)] border-b border-line py-3 max-m:grid-cols-1">
            <dt className="text-ink-2 wrap-anywhere max-m:text-14">{subject}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">
              {answer}
              {answeredAt && <span className="block text-14 text-ink-3">{`Sent on ${momentText(answeredAt, "date")}`}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
