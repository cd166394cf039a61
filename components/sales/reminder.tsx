import { Moment } from "@/components/ui/time"

/** When somebody is reminded of what is still ahead; nothing once they were. */
export function Reminder({ at, now }: { at: Date | null; now: Date }) {
  if (!at || at <= now) return null
  return (
    <>
      {" · reminder "}
      <Moment at={at} />
    </>
  )
}
