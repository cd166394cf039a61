type ShareBarProps = { label: string; count: number; of: number; note?: string }

/** One line of a division: a name, its number, and its share as a bar. */
export function ShareBar({ label, count, of, note }: ShareBarProps) {
  const share = of > 0 ? Math.round((count / of) * 100) : 0
  return (
    <li className="grid grid-cols-[minmax(0,180px)_minmax(60px,1fr)_112px] items-center gap-3">
      <span className="truncate">{label}</span>
      <span className="h-2 overflow-hidden rounded-3 bg-chart-track" aria-hidden="true">
        <span className="block h-full rounded-3 bg-chart-1" style={{ width: `${share}%` }} />
      </span>
      <span className="text-right text-ink-2 tabular-nums">
        {count.toLocaleString("en")} <span className="ml-1 text-ink-3">{note ?? `${share} %`}</span>
      </span>
    </li>
  )
}
