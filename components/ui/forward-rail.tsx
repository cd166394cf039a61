import { ButtonLink } from "@/components/ui/button-link"

type ForwardRailProps = {
  /** Which rows are shown, in words; nothing where there are none. */
  range: string | false
  firstHref: string
  isFirst: boolean
  /** Null on the last page. */
  nextHref: string | null
}

/** The rail under a table that is read from its beginning onward, page after page. */
export function ForwardRail({ range, firstHref, isFirst, nextHref }: ForwardRailProps) {
  return (
    <div className="rail sticky bottom-0 mt-auto">
      <span className="mr-auto tabular-nums">{range}</span>
      <ButtonLink size="s" tone="ghost" href={firstHref} reason={isFirst ? "This is the first page." : null}>
        First
      </ButtonLink>
      <ButtonLink
        size="s"
        tone="ghost"
        rel="next"
        href={nextHref ?? firstHref}
        reason={nextHref === null ? "This is the last page." : null}
      >
        Next
      </ButtonLink>
    </div>
  )
}
