import { Check, X } from "lucide-react"
import type { ReactNode } from "react"

export type ProcessStep = {
  name: string
  state: "done" | "now" | "todo" | "lost"
  /** Short line below the name, e.g. "10 days". */
  days?: string
  /** Stayed longer than usual: the days turn amber. */
  late?: boolean
  /** What follows the days and is left out on a phone, e.g. "in stage, usually 3". */
  note?: ReactNode
  /** How far the current step's line is drawn, 0 to 100. */
  reached?: number
  /** Moves the process here: the name becomes a button. Only in a client component. */
  onChoose?: () => void
}

type ProcessBarProps = { label: string; steps: readonly ProcessStep[]; won?: boolean }

/** The stages of a process, the current one marked. Won colours what is done green. */
export function ProcessBar({ label, steps, won }: ProcessBarProps) {
  return (
    <ol className="process" aria-label={label} data-won={won || undefined}>
      {steps.map((step) => (
        <li
          key={step.name}
          data-state={step.state}
          aria-current={step.state === "now" ? "step" : undefined}
          style={step.state === "now" ? { "--reached": `${step.reached ?? 100}%` } : undefined}
        >
          <span className="process-name">
            {step.state === "done" && <Check size={16} aria-hidden="true" />}
            {step.state === "lost" && <X size={16} aria-hidden="true" />}
            {step.onChoose ? (
              <button type="button" className="process-choose" aria-label={`Move to ${step.name}`} onClick={step.onChoose}>
                {step.name}
              </button>
            ) : (
              step.name
            )}
            {step.state === "done" && <span className="sr-only">done</span>}
          </span>
          <div className="process-days">
            {step.days && <span className={step.late ? "font-semi text-wait" : undefined}>{step.days}</span>}
            {step.note && (
              <span className="process-more">
                {step.days && " "}
                {step.note}
              </span>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
