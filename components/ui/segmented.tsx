import type { ReactNode } from "react"

type Choice = { value: string; label: string; icon?: ReactNode }

type SegmentedProps = {
  /** What is chosen; the group's name. */
  legend: string
  hideLegend?: boolean
  name: string
  choices: readonly Choice[]
  defaultValue?: string
  value?: string
  onChoose?: (value: string) => void
  className?: string
}

/** A radio group on one line. Real radios: arrow keys and forms work without JavaScript. */
export function Segmented({ legend, hideLegend, name, choices, defaultValue, value, onChoose, className }: SegmentedProps) {
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-[5px] font-medium"}>{legend}</legend>
      <div className="seg">
        {choices.map((choice) => (
          <label key={choice.value} className="cursor-pointer">
            <input
              type="radio"
              name={name}
              value={choice.value}
              {...(onChoose
                ? { checked: value === choice.value, onChange: () => onChoose(choice.value) }
                : { defaultChecked: defaultValue === choice.value })}
            />
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
