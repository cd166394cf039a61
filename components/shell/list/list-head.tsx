import { ChevronDown, ChevronUp } from "lucide-react"
import Link from "next/link"
import type { ListColumn } from "./list-columns"

type ListHeadProps = {
  columns: readonly ListColumn[]
  classes: readonly (string | undefined)[]
  hasBox: boolean
  tickAll: (isOn: boolean) => void
  ticked: "all" | "some" | "none"
}

/** The head of a list's table: names of columns, and links where a list can be put in their order. */
export function ListHead({ columns, classes, hasBox, tickAll, ticked }: ListHeadProps) {
  return (
    <>
      <colgroup>
        {hasBox && <col style={{ width: 46 }} />}
        {columns.map(({ name, width, hideBelow }) => (
          <col key={name} className={hideBelow && "g-wide"} style={width ? { width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {hasBox && (
            <th className="g-check" scope="col">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all"
                checked={ticked === "all"}
                ref={(box) => {
                  if (box) box.indeterminate = ticked === "some"
                }}
                onChange={(event) => tickAll(event.target.checked)}
              />
            </th>
          )}
          {columns.map(({ name, label, sort }, place) => {
            const Arrow = sort?.direction === "ascending" ? ChevronUp : ChevronDown
            return (
              <th key={name} scope="col" aria-sort={sort?.direction} className={classes[place]}>
                <i className="g-grip" data-grip={name} aria-hidden="true" />
                {sort ? (
                  <Link href={sort.href} prefetch={false} replace scroll={false}>
                    {sort.direction && <Arrow aria-hidden="true" />}
                    {label}
                  </Link>
                ) : (
                  label
                )}
              </th>
            )
          })}
        </tr>
      </thead>
    </>
  )
}
