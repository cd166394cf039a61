const MINUTE_MS = 60_000

/** How long ago, in the largest whole unit: "12 min", "22 h", "10 d". Never negative. */
export function age(since: Date, now: Date) {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / MINUTE_MS))
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d`
}

type WaitingProps = { since: Date; now: Date; isLate: boolean }

/** An age, by the clock on the wall; amber and heavier once what it waits for is overdue, which its timer says. */
export function Waiting({ since, now, isLate }: WaitingProps) {
  if (!isLate) return age(since, now)
  return <span className="font-semi text-wait">{age(since, now)}</span>
}
