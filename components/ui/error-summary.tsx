"use client"
import { TriangleAlert } from "lucide-react"
import { type MouseEvent, useEffect, useId, useRef } from "react"

export type FieldProblem = {
  /** The id of the control that the line links to. */
  field: string
  message: string
}

type ErrorSummaryProps = { problems: readonly FieldProblem[]; title?: string; note?: string }

const count = (n: number) => (n === 1 ? "1 thing needs your attention" : `${n} things need your attention`)

/** What is wrong with a form, at its top. Takes the focus whenever the list changes and links to each field. */
export function ErrorSummary({
  problems,
  title = count(problems.length),
  note = "Everything you typed is still here.",
}: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const list = problems.map((problem) => `${problem.field}:${problem.message}`).join("|")

  useEffect(() => {
    if (list) box.current?.focus()
  }, [list])

  if (problems.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby={headingId}
      className="mb-9 rounded-3 border-2 border-bad bg-sheet px-6 pt-5 pb-[22px] text-16 focus:outline-2 focus:outline-offset-2 focus:outline-focus max-m:px-[18px] max-m:pt-4"
    >
      <h2 id={headingId} className="flex items-center gap-2.5 text-20 font-title tracking-[-0.012em]">
        <TriangleAlert className="size-5 flex-none text-bad" aria-hidden="true" />
        {title}
      </h2>
      {note && <p className="mt-1 text-ink-2">{note}</p>}
      <ul className="mt-2.5">
        {problems.map((problem) => (
          <li key={problem.field} className="mt-2">
            <a href={`#${problem.field}`} onClick={goTo} className="font-semi text-bad underline decoration-1 underline-offset-[3px]">
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const control = document.getElementById(event.currentTarget.hash.slice(1))
  if (!control) return
  event.preventDefault()
  control.focus({ preventScroll: true })
  control.scrollIntoView({ block: "center" })
}
