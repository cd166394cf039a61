import { CountLink } from "@/components/ui/count-link"

export type Bar = {
  key: string
  label: string
  figure: { n: number; href: string }
  /** The part of it in the strong tone; without it the whole bar is. */
  strong?: number
  /** How wide the track behind it is, as a number of the same kind. */
  of?: number
  note?: string
}

/** Lying bars with their numbers at the end; each number is a link. */
export function BarChart({ bars, small }: { bars: readonly Bar[]; small?: boolean }) {
  const most = Math.max(1, ...bars.map(({ figure, of = 0 }) => Math.max(figure.n, of)))
  const percent = (n: number, all: number) => `${all === 0 ? 0 : (n / all) * 100}%`
  return (
    <ul className="bars" data-small={small || undefined}>
      {bars.map(({ key, label, figure, strong, of = figure.n, note }) => (
        <li key={key}>
          <span className="bar-label">{label}</span>
          <span className="bar-line">
            <span className="bar-track" style={{ "--track": percent(Math.max(of, figure.n), most) }} aria-hidden="true">
              {figure.n > 0 && (
                <span
                  className="bar-fill"
                  data-rest={strong === undefined ? undefined : ""}
                  style={{ "--share": percent(figure.n, Math.max(of, figure.n)) }}
                />
              )}
              {strong !== undefined && strong > 0 && (
                <span className="bar-fill" style={{ "--share": percent(strong, Math.max(of, figure.n)) }} />
              )}
            </span>
            <CountLink figure={figure} label={label} />
          </span>
          <span className="bar-note">{note}</span>
        </li>
      ))}
    </ul>
  )
}
