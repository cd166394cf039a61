import Link from "next/link"
import { cn } from "@/components/ui/cn"
import { Moment } from "@/components/ui/time"
import { type InboxQuery, inboxHref, pairKey } from "@/lib/sales/matching/inbox-query"
import type { PairView } from "@/lib/sales/matching/list-pairs"
import { kindWords } from "./kind-words"
import { VerdictMark } from "./verdict-mark"

type PairListProps = { pairs: readonly PairView[]; query: InboxQuery; shown: string | null }

/** The pairs of the inbox, one link each; the one that is looked at is marked. */
export function PairList({ pairs, query, shown }: PairListProps) {
  return (
    <ol aria-label="Pairs" className="grid">
      {pairs.map((pair) => {
        const key = pairKey(pair)
        const { first, second, score, verdict, reasons, dismissed } = pair
        return (
          <li key={key} className="border-b border-line">
            <Link
              href={inboxHref(query, { pair: key })}
              prefetch={false}
              scroll={false}
              data-pair={key}
              aria-current={key === shown ? "true" : undefined}
              className={cn(
                "grid gap-1 px-6 py-3 -outline-offset-2 max-m:px-4",
                key === shown ? "bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]" : "hover:bg-sheet-hover",
              )}
            >
              <span className="flex items-start gap-2">
                <span className="min-w-0 flex-1 wrap-anywhere">
                  <b className="font-semi">{first.label}</b>
                  <span className="text-ink-3"> and </span>
                  <b className="font-semi">{second.label}</b>
                </span>
                {verdict && score !== null && <VerdictMark verdict={verdict} score={score} />}
              </span>
              <span className="truncate text-12 text-ink-3">
                {`${kindWords[first.kind]} and ${kindWords[second.kind].toLowerCase()}`}
                {dismissed ? (
                  <>
                    {` · ${dismissed.by}, `}
                    <Moment at={dismissed.at} style="date" />
                  </>
                ) : (
                  ` · ${reasons
                    .slice(0, 2)
                    .map(({ words }) => words)
                    .join(", ")}`
                )}
              </span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}
