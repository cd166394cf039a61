import { ChevronRight } from "lucide-react"
import Link from "next/link"
import { Fragment, type ReactNode } from "react"
import { RecordStep, type RecordStepProps } from "@/components/ui/record-step"

type RecordHeaderProps = {
  /** The way here, e.g. Leads › All commerce B2B leads. */
  crumbs: readonly { label: string; href: string }[]
  /** Who else has the record open. */
  here?: ReactNode
  /** Previous and next record of the list it was opened from. */
  step?: RecordStepProps
  title: string
  /** Status, owner and key facts: each child one item of the row. */
  facts?: ReactNode
  /** Buttons; on a phone they stand in the bar at the bottom. Wrap what a phone should not show in `max-m:hidden`. */
  commands?: ReactNode
}

/** The head of a record page. */
export function RecordHeader({ crumbs, here, step, title, facts, commands }: RecordHeaderProps) {
  return (
    <header className="flex-none">
      <div className="flex min-h-[42px] items-center gap-2 pt-2.5 pr-5 pl-6 text-ink-3 max-m:pt-1.5 max-m:pr-2 max-m:pl-4">
        <nav aria-label="Breadcrumb" className="flex min-w-0 items-center gap-2">
          {crumbs.map((crumb, place) => (
            <Fragment key={crumb.href + crumb.label}>
              {place > 0 && <ChevronRight size={14} className="flex-none" aria-hidden="true" />}
              <Link href={crumb.href} prefetch={false} className="truncate first:flex-none hover:text-ink hover:underline">
                {crumb.label}
              </Link>
            </Fragment>
          ))}
        </nav>
        {here}
        {step && <RecordStep {...step} />}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-[11px] pt-0.5 pr-5 pb-5 pl-6 max-m:block max-m:px-4 max-m:pt-1 max-m:pb-4">
        <h1 className="text-22 font-title tracking-[-0.017em] text-balance wrap-anywhere max-m:text-[21px] max-m:leading-[27px]">
          {title}
        </h1>
        {commands && <div className="record-commands">{commands}</div>}
        {facts && (
          <div className="col-span-full flex flex-wrap items-center gap-x-5 gap-y-1 text-ink-2 wrap-anywhere *:max-w-full max-m:mt-2 max-m:gap-x-4 max-m:gap-y-1.5">
            {facts}
          </div>
        )}
      </div>
    </header>
  )
}
