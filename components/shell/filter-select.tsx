"use client"
import { ChevronDown } from "lucide-react"
import { useRouter } from "next/navigation"
import { useId, useTransition } from "react"

type FilterSelectProps = {
  label: string
  value: string | null
  /** Each choice with the list that it leads to; the first one is "no filter". */
  choices: readonly { value: string; label: string; href: string }[]
}

/** A filter of a list as a chip with its name and its choice; choosing leads to the filtered list. */
export function FilterSelect({ label, value, choices }: FilterSelectProps) {
  const router = useRouter()
  const id = useId()
  const [busy, start] = useTransition()
  const go = (chosen: string) => {
    const href = choices.find((choice) => choice.value === chosen)?.href
    if (href) start(() => router.replace(href, { scroll: false }))
  }
  return (
    <span
      aria-busy={busy || undefined}
      className="relative inline-flex h-[30px] items-center rounded-2 border border-line-2 bg-sheet whitespace-nowrap hover:border-control has-focus-visible:outline-2 has-focus-visible:outline-focus max-m:h-10"
    >
      <label htmlFor={id} className="pl-2.5 text-ink-3">
        {label}
      </label>
      <select
        id={id}
        key={value}
        defaultValue={value ?? ""}
        onChange={(event) => go(event.target.value)}
        className={`field-sizing-content h-full max-w-[200px] appearance-none truncate bg-transparent pr-7 pl-[5px] outline-none ${value ? "font-medium" : "text-ink-2"}`}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute right-2 text-ink-3" aria-hidden="true" />
    </span>
  )
}
