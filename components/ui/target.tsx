const DAY_MS = 86_400_000

type TargetProps = { submittedAt: Date; decidedAt: Date | null; now: Date; targetDays: number }

/** How a request stands against the target for a decision, in words. */
export function targetText({ submittedAt, decidedAt, now, targetDays }: TargetProps): { text: string; tone: "plain" | "wait" | "bad" } {
  const used = (decidedAt ?? now).getTime() - submittedAt.getTime()
  const left = targetDays - used / DAY_MS
  if (decidedAt) return left >= 0 ? { text: "On time", tone: "plain" } : { text: `${days(Math.ceil(-left))} late`, tone: "plain" }
  if (left < 0) return left > -1 ? { text: "Due today", tone: "wait" } : { text: `${days(Math.floor(-left))} over`, tone: "bad" }
  if (left < 1) return { text: "Due today", tone: "wait" }
  return { text: `${days(Math.floor(left))} left`, tone: left < 3 ? "wait" : "plain" }
}

const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`
const inks = { plain: "", wait: "font-semi text-wait", bad: "font-semi text-bad" }
const bars = { plain: "bg-ink-3", wait: "bg-wait", bad: "bg-bad" }

/** The target as a bar that fills and the words beside it; decided requests show the words alone. */
export function Target(props: TargetProps) {
  const { text, tone } = targetText(props)
  const used = (props.now.getTime() - props.submittedAt.getTime()) / (props.targetDays * DAY_MS)
  const width = `${Math.min(100, Math.max(4, used * 100))}%`
  return (
    <span className="inline-flex items-center gap-2.5">
      {!props.decidedAt && (
        <span className="h-1 w-10 flex-none overflow-hidden rounded-full bg-line max-m:hidden" aria-hidden="true">
          <span className={`block h-full rounded-full ${bars[tone]}`} style={{ width }} />
        </span>
      )}
      <span className={inks[tone]}>{text}</span>
    </span>
  )
}
