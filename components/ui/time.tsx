import { fullMomentText, type MomentStyle, momentText } from "@/lib/platform/moment-text"

export { type MomentStyle, momentText }

type MomentProps = { at: Date | string | number; style?: MomentStyle }

/** A time element in the zone of whoever looks; its title gives the full date with the zone. Takes a Date, an ISO text or milliseconds. */
export function Moment({ at, style = "moment" }: MomentProps) {
  const date = new Date(at)
  return (
    <time
      dateTime={style === "day" ? date.toISOString().slice(0, 10) : date.toISOString()}
      title={fullMomentText(date, style)}
      className="tabular-nums whitespace-nowrap"
    >
      {momentText(date, style)}
    </time>
  )
}
