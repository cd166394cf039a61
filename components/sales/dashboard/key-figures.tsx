import Link from "next/link"
import type { ReactNode } from "react"
import { CountLink } from "@/components/ui/count-link"
import type { DashboardFigures } from "@/lib/sales/dashboard/figures"
import type { Period } from "@/lib/sales/dashboard/period"
import { longDay, percent, spanOf } from "./words"

/** One number in large type, and what belongs to it. */
export function KeyFigure({ label, value, children }: { label: string; value: ReactNode; children?: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="figure">{value}</dd>
      {children && <dd>{children}</dd>}
    </div>
  )
}

type KeyFiguresProps = { figures: DashboardFigures; period: Period; target: string }

/** What came in, how long a decision takes, how many of the decided are won, and what waits too long. */
export function KeyFigures({ figures, period, target }: KeyFiguresProps) {
  const { funnel, won, lost, disqualified, late, decisionHours } = figures
  const decided = won.n + lost.n + disqualified.n
  const span = decisionHours === null ? null : spanOf(decisionHours)
  const [cameIn] = funnel
  return (
    <dl className="figures" aria-label="Key figures">
      <KeyFigure label="Came in" value={cameIn && <CountLink figure={cameIn.figure} label="Came in" />}>
        Leads since {longDay(period.from)}
      </KeyFigure>
      <KeyFigure
        label="Median time to a decision"
        value={
          span ? (
            <>
              <small>about</small> {span.number} <small>{span.unit}</small>
            </>
          ) : (
            "–"
          )
        }
      >
        Counted by the calendar; the target is {target}
      </KeyFigure>
      <KeyFigure label="Won of those decided" value={percent(won.n, decided) ?? "–"}>
        <CountLink figure={won} className="link" /> won, <CountLink figure={lost} className="link" /> lost,{" "}
        <CountLink figure={disqualified} className="link" /> disqualified
      </KeyFigure>
      <KeyFigure
        label="Overdue now"
        value={
          <span className={late.n > 0 ? "text-bad" : undefined}>
            <CountLink figure={late} label="Overdue now" />
          </span>
        }
      >
        {late.n > 0 ? (
          <Link href={late.href} prefetch={false} className="link">
            Show decisions past their due hour
          </Link>
        ) : (
          "No decision is past its due hour, in business hours"
        )}
      </KeyFigure>
    </dl>
  )
}
