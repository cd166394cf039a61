import { ChevronLeft, ChevronRight } from "lucide-react"
import { Button } from "@/components/ui/button"

type StepThroughProps = { noun: string; at: number; count: number; onStep: (at: number) => void }

/** Previous and next of the records that match; nothing where there is only one. */
export function StepThrough({ noun, at, count, onStep }: StepThroughProps) {
  if (count < 2) return null
  return (
    <span className="ml-auto flex gap-0.5">
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ChevronLeft aria-hidden="true" />}
        reason={at <= 0 ? `This is the first ${noun}.` : null}
        onClick={() => onStep(at - 1)}
      >
        {`Previous ${noun}`}
      </Button>
      <Button
        size="s"
        tone="ghost"
        iconOnly
        icon={<ChevronRight aria-hidden="true" />}
        reason={at >= count - 1 ? `This is the last ${noun}.` : null}
        onClick={() => onStep(at + 1)}
      >
        {`Next ${noun}`}
      </Button>
    </span>
  )
}
