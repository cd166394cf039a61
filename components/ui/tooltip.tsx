import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type TooltipProps = {
  /** What the tip says. */
  text: string
  /** Give the control `aria-describedby={id}` when the tip adds to its name; leave out when it only repeats it. */
  id?: string
  side?: "below" | "right"
  className?: string
  /** One focusable control. */
  children: ReactNode
}

/** A tip shown on hover and on keyboard focus by CSS alone; the shell's key listener hides tips on Escape. */
export function Tooltip({ text, id, side = "below", className, children }: TooltipProps) {
  return (
    <span className={cn("tip-wrap", side === "right" && "tip-right", className)}>
      {children}
      <span className="tip" {...(id ? { role: "tooltip", id } : { "aria-hidden": true })}>
        {text}
      </span>
    </span>
  )
}
