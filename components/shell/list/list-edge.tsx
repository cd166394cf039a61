import { Button } from "@/components/ui/button"
import { Bone } from "@/components/ui/skeleton"
import type { Way } from "./use-stretch"

type ListEdgeProps = {
  way: Way
  cursor: string | null
  progress: "idle" | "loading" | "failed"
  /** The pixels that the rows which are not drawn would take. */
  height: number
  /** How many columns the table has always, and how many more where it is wide. */
  span: { always: number; wide: number }
  load: (way: Way, cursor: string) => void
}

/** Where the drawn rows end: room for those that are loaded, bones for those that come, a way on when they do not. */
export function ListEdge({ way, cursor, progress, height, span, load }: ListEdgeProps) {
  const gap = height > 0 && (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a tab stop takes no focus
    <tr key="gap" aria-hidden="true" className="grid-gap" style={{ height }}>
      <td />
    </tr>
  )
  // Bones above the rows would push them down.
  const more = cursor !== null && (progress === "failed" || (progress === "loading" && way === "onward")) && (
    <tr key="more" className="grid-more">
      <td colSpan={span.always}>
        {progress === "failed" ? (
          <span className="flex items-center gap-3">
            <span role="alert">More rows could not be loaded.</span>
            <Button size="s" onClick={() => load(way, cursor)}>
              Try again
            </Button>
          </span>
        ) : (
          <Bone width="40%" />
        )}
      </td>
      {span.wide > 0 && <td className="g-wide" colSpan={span.wide} />}
    </tr>
  )
  return way === "back" ? [more, gap] : [gap, more]
}
