"use client"
import { mostStrength, type Signal, signalNames, signals, usualStrength } from "@/lib/sales/matching/matching-rules"

const hints: Readonly<Record<Signal, string>> = {
  taxId: "The same number in the same country is one legal entity; another number is another one.",
  email: "One mailbox, whatever stands after a +, and without dots where the mail service ignores them.",
  domain: "Of the website or the email, unless many share it.",
  name: "Without legal form, in Latin letters, with slips of typing.",
  person: "First and last name, in either order.",
  phone: "All digits, or the last eight.",
  address: "Postal code and street number; another country speaks against.",
}

type SignalStrengthsProps = { strengths: Record<Signal, number>; isLocked: boolean; onChange: (strengths: Record<Signal, number>) => void }

/** How strongly each signal counts; off is not asked at all. */
export function SignalStrengths({ strengths, isLocked, onChange }: SignalStrengthsProps) {
  const set = (signal: Signal, strength: number) => onChange({ ...strengths, [signal]: strength })
  return (
    <fieldset>
      <legend className="text-14 font-semi">Signals</legend>
      <p className="mb-1 text-ink-3">{`How strongly each one counts. ${usualStrength} is usual, ${mostStrength} counts twice as much.`}</p>
      {signalNames.map((signal) => {
        const strength = strengths[signal]
        const id = `strength-${signal}`
        return (
          <div
            key={signal}
            className="grid grid-cols-[minmax(0,1fr)_184px] items-center gap-x-5 border-line py-2.5 not-first:border-t max-m:grid-cols-1"
          >
            <div className="min-w-0">
              <label htmlFor={`${id}-on`} className="flex cursor-pointer items-center gap-2.5 font-medium">
                <input
                  id={`${id}-on`}
                  type="checkbox"
                  className="check"
                  checked={strength > 0}
                  disabled={isLocked}
                  onChange={(event) => set(signal, event.target.checked ? usualStrength : 0)}
                />
                {signals[signal]}
              </label>
              <p id={`${id}-hint`} className="pl-[26px] text-12 text-pretty text-ink-3">
                {hints[signal]}
              </p>
            </div>
            <div className="flex items-center gap-3 max-m:pl-[26px]">
              <input
                type="range"
                aria-label={`Strength of ${signals[signal]}`}
                aria-describedby={`${id}-hint`}
                className="h-6 min-w-0 flex-1 accent-accent"
                min={1}
                max={mostStrength}
                value={Math.max(1, strength)}
                disabled={isLocked || strength === 0}
                onChange={(event) => set(signal, Number(event.target.value))}
              />
              <output className="w-7 text-right tabular-nums">{strength === 0 ? "Off" : strength}</output>
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
