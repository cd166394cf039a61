import { Check, X } from "lucide-react"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type RoadStep = {
  title: string
  state: "done" | "now" | "todo" | "ended"
  /** When, in words. */
  when?: ReactNode
  text?: ReactNode
}

const discs = {
  done: "border-accent bg-accent text-on-accent",
  ended: "border-ink-3 bg-ink-3 text-sheet",
  now: "border-accent bg-sheet",
  todo: "border-line-2 bg-sheet",
}

/** Where a request is: steps from top to bottom, the current one marked. */
export function Road({ steps }: { steps: readonly RoadStep[] }) {
  return (
    <ol>
      {steps.map(({ title, state, when, text }, index) => (
        <li
          key={title}
          aria-current={state === "now" ? "step" : undefined}
          className={cn("relative pl-11", index < steps.length - 1 && "pb-[30px]")}
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={cn("absolute top-[30px] bottom-0.5 left-3 w-0.5", state === "done" ? "bg-accent" : "bg-line-2")}
            />
          )}
          <span
            aria-hidden="true"
            className={cn("absolute top-0 left-0 grid size-[26px] place-items-center rounded-full border-2", discs[state])}
          >
            {state === "done" && <Check size={14} strokeWidth={2.6} />}
            {state === "ended" && <X size={14} strokeWidth={2.6} />}
            {state === "now" && <span className="size-2.5 rounded-full bg-accent" />}
          </span>
          <span className="flex flex-wrap items-baseline gap-x-3.5">
            <span className={state === "todo" ? "text-ink-2" : "font-semi"}>
              {title}
              {state === "done" && <span className="sr-only">, done</span>}
            </span>
            {when && <span className="text-14 text-ink-3">{when}</span>}
          </span>
          {text && <div className="max-w-[36em] text-ink-2">{text}</div>}
        </li>
      ))}
    </ol>
  )
}
