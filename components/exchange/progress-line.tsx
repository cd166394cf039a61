type ProgressLineProps = { label: string; share: number; text: string }

/** How far something has come, as a line with its number beneath. */
export function ProgressLine({ label, share, text }: ProgressLineProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div className="grid w-full max-w-[420px] gap-1.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-3 bg-sunken"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
      <p className="text-12 tabular-nums text-ink-2">{text}</p>
    </div>
  )
}
