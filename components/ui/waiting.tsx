const MINUTE_MS = 60_000

/** How long ago, in the largest whole unit: "12 min", "22 h", "10 d". Never negative. */
export function age(since: Date, now: Date) {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE_MS))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d`
}

type WaitingProps = { since: Date; now: Date; targetHours?: number }

/** An age that turns amber and heavier once it is over the target. */
export function Waiting({ since, now, targetHours = 7 * 24 }: WaitingProps) {
  const late = now.getTime() - since.getTime() >= targetHours * 60 * MINUTE_MS
  if (!late) return age(since, now)
  return <span className="font-semi text-wait">{age(since, now)}</span>
}
