"use client"
import { ChevronDown, ChevronUp } from "lucide-react"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { ButtonLink } from "@/components/ui/button"

export type RecordStepProps = {
  /** What the record is, e.g. "lead". */
  noun: string
  /** Where it stands in its list, e.g. "1 of 21". */
  position?: string
  previousHref?: string | null
  nextHref?: string | null
}

/** To the previous and the next record without going back to the list; K and J do the same. */
export function RecordStep({ noun, position, previousHref, nextHref }: RecordStepProps) {
  const router = useRouter()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const at = event.target instanceof HTMLElement ? event.target : null
      if (at?.closest("input, textarea, select, [contenteditable], [role=dialog], [popover]")) return
      const href = { j: nextHref, k: previousHref }[event.key.toLowerCase()]
      if (href) router.push(href)
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [router, previousHref, nextHref])

  return (
    <span className="ml-auto flex flex-none items-center gap-1.5 tabular-nums max-m:gap-0">
      {position && <span>{position}</span>}
      <ButtonLink
        tone="ghost"
        size="s"
        iconOnly
        className="max-m:size-11"
        icon={<ChevronUp aria-hidden="true" />}
        href={previousHref ?? "#"}
        reason={previousHref ? null : `This is the first ${noun} of the list.`}
      >
        {`Previous ${noun}`}
      </ButtonLink>
      <ButtonLink
        tone="ghost"
        size="s"
        iconOnly
        className="max-m:size-11"
        icon={<ChevronDown aria-hidden="true" />}
        href={nextHref ?? "#"}
        reason={nextHref ? null : `This is the last ${noun} of the list.`}
      >
        {`Next ${noun}`}
      </ButtonLink>
    </span>
  )
}
