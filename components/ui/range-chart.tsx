import { axis } from "@/components/ui/axis"

export type Range = { key: string; label: string; quarter: number; median: number; threeQuarters: number; slow: number }

/** Spreads on one axis: a dot for the median, a bar for the middle half, a line up to the slowest tenth. `unit` follows each number. */
export function RangeChart({ ranges, unit }: { ranges: readonly Range[]; unit: string }) {
  const lines = axis(Math.max(...ranges.map(({ slow }) => slow)), false)
  const top = lines.at(-1) || 1
  const at = (value: number) => `${(value / top) * 100}%`
  const short = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`
  return (
    <div className="ranges">
      <div className="range-scale" aria-hidden="true">
        {lines.map((line) => (
          <span key={line} style={{ "--at": at(line) }} data-value={line === 0 ? "0" : `${line} ${unit}`} />
        ))}
      </div>
      <ul>
        {ranges.map(({ key, label, quarter, median, threeQuarters, slow }) => (
          <li key={key}>
            <span>{label}</span>
            <span className="range">
              <span className="range-line" style={{ left: at(threeQuarters), width: at(slow - threeQuarters) }} aria-hidden="true" />
              <span className="range-box" style={{ left: at(quarter), width: at(threeQuarters - quarter) }} aria-hidden="true" />
              <span className="range-dot" style={{ left: at(median) }} aria-hidden="true" />
              <span className="range-value" style={{ left: `clamp(16px, ${at(median)}, calc(100% - 20px))` }}>
                {short(median)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
