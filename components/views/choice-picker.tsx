"use client"
import { ChevronDown } from "lucide-react"
import { useEffect, useId, useRef, useState } from "react"
import { cn } from "@/components/ui/cn"
import { TextInput } from "@/components/ui/text-input"
import type { Choice } from "./use-choices"

type ChoicePickerProps = {
  /** What is chosen, e.g. "Country/region". */
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
  isWrong: boolean
}

const searchable = 10

/** Any number of choices, ticked in a list that a button opens; long lists can be searched. */
export function ChoicePicker({ label, choices, chosen, onChoose, isWrong }: ChoicePickerProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState("")
  const words = chosen.map((value) => choices.find((one) => one.value === value)?.word ?? "…").join(", ")
  const text = typed.trim().toLowerCase()
  const found = choices.filter(({ word }) => word.toLowerCase().includes(text))

  // Escape closes this list alone: the dialog around it listens on the document and must not hear of it.
  useEffect(() => {
    const popover = list.current
    const keep = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      event.stopPropagation()
      event.preventDefault()
      popover?.hidePopover()
    }
    popover?.addEventListener("keydown", keep)
    return () => popover?.removeEventListener("keydown", keep)
  }, [])

  const toggle = (value: string, isOn: boolean) => onChoose(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={words ? `${label}: ${words}` : `Choose ${label}`}
        aria-invalid={isWrong || undefined}
        className="flex min-h-[34px] w-full items-center gap-2 rounded-2 border border-control bg-sheet px-2.5 text-left text-[13px] leading-5 hover:border-ink-3 focus-visible:-outline-offset-1 aria-invalid:border-bad"
      >
        <span className={cn("min-w-0 flex-1 truncate", !words && "text-ink-3")}>{words || "Choose"}</span>
        <ChevronDown size={16} className="flex-none text-ink-3" aria-hidden="true" />
      </button>
      <div ref={list} id={id} popover="auto" className="menu">
        {choices.length > searchable && (
          <div className="p-1 pb-2">
            <TextInput
              aria-label={`Find ${label}`}
              placeholder="Find"
              value={typed}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            />
          </div>
        )}
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {found.map(({ value, word }) => (
            <label key={value} className="menu-item cursor-pointer">
              <input
                type="checkbox"
                className="check"
                checked={chosen.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
              />
              <span className="min-w-0 wrap-anywhere">{word}</span>
            </label>
          ))}
        </fieldset>
        <p role="status" className={found.length === 0 ? "px-2.5 py-2 text-ink-3" : "sr-only"}>
          {found.length === 0 ? "Nothing found" : ""}
        </p>
      </div>
    </>
  )
}
