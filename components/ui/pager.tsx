import { ChevronLeft, ChevronRight } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"
import { cn } from "@/components/ui/cn"

type PagerProps = {
  /** What is shown, e.g. "1 to 50" or "1 to 50 of 21,042". */
  range: string
  previousHref?: string | null
  nextHref?: string | null
  /** The list loads on by itself: the links are for browsers without JavaScript. */
  isEndless?: boolean
}

/** Previous and next page of a list as links. */
export function Pager({ range, previousHref, nextHref, isEndless }: PagerProps) {
  return (
    <nav aria-label="Pages" className={cn("flex items-center gap-2 max-m:w-full", isEndless && "pages-endless")}>
      <span className="mr-1 tabular-nums max-m:mr-auto">{range}</span>
      <ButtonLink
        size="s"
        tone="ghost"
        icon={<ChevronLeft aria-hidden="true" />}
        href={previousHref ?? "#"}
        rel="prev"
        reason={previousHref ? null : "This is the first page."}
      >
        Previous
      </ButtonLink>
      <ButtonLink
        size="s"
        tone="ghost"
        icon={<ChevronRight aria-hidden="true" />}
        href={nextHref ?? "#"}
        rel="next"
        reason={nextHref ? null : "This is the last page."}
      >
        Next
      </ButtonLink>
    </nav>
  )
}
