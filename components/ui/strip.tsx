import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type Tone = "good" | "wait" | "bad" | "mute" | "info" | "accent"

const ICONS = { good: CircleCheck, wait: CircleAlert, bad: TriangleAlert, mute: Info, info: Info, accent: Info }

type StripProps = {
  tone: Tone
  /** In place of the tone's own sign. */
  icon?: ReactNode
  /** A button or link at the right. */
  action?: ReactNode
  /** Announces the strip when it appears. */
  live?: boolean
  className?: string
  children: ReactNode
}

/** A full-width tinted strip between hairlines: a match, a decision, a warning. */
export function Strip({ tone, icon, action, live, className, children }: StripProps) {
  const Sign = ICONS[tone]
  return (
    <div className={cn("strip", `hue-${tone}`, className)} role={live ? "status" : undefined}>
      {icon ?? <Sign aria-hidden="true" />}
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      {action}
    </div>
  )
}
