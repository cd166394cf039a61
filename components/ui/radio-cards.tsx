import type { ReactNode } from "react"
import { cn } from "@/components/ui/cn"

export type RadioCard = { value: string; label: string; text?: ReactNode; trailing?: ReactNode }

type RadioCardsProps = {
  legend: string
  hideLegend?: boolean
  name: string
  cards: readonly RadioCard[]
  defaultValue?: string
  value?: string
  onChoose?: (value: string) => void
  className?: string
}

/** A radio group of rows with room for a sentence each. Real radios, useful without JavaScript. */
export function RadioCards({ legend, hideLegend, name, cards, defaultValue, value, onChoose, className }: RadioCardsProps) {
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? "sr-only" : "mb-[5px] font-medium"}>{legend}</legend>
      <div className="overflow-hidden rounded-2 border border-line-2">
        {cards.map((card) => (
          <label
            key={card.value}
            className={cn(
              "flex cursor-pointer items-start gap-2.5 border-line px-3 py-2 not-first:border-t hover:bg-sheet-hover",
              "has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus",
            )}
          >
            <input
              type="radio"
              className="radio focus-visible:outline-none"
              name={name}
              value={card.value}
              {...(onChoose
                ? { checked: value === card.value, onChange: () => onChoose(card.value) }
                : { defaultChecked: defaultValue === card.value })}
            />
            <span className="min-w-0 flex-1">
              <span className="font-medium">{card.label}</span>
              {card.text && <span className="block text-12 text-ink-2">{card.text}</span>}
            </span>
            {card.trailing}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
