import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

type TooltipProps = {
  /** What the tip says. */
  text: string
  side?: "below" | "right"
  className?: string
  /** One focusable control. */
  children: ReactNode
}

/**
 * A tip whose words are generated content: a search for text on the page never finds them. Where they say more than the control's name,
 * give the control `aria-description` as well.
 * Shown on hover and on keyboard focus by CSS alone; the shell's key listener hides tips on Escape.
 */
export function Tooltip({ text, side = "below", className, children }: TooltipProps) {
  return (
    <span className={cn("tip-wrap", side === "right" && "tip-right", className)}>
      {children}
      <span className="tip" role="tooltip" aria-label={text} data-text={text} />
    </span>
  )
}
