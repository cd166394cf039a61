"use client"
import { useRouter } from "next/navigation"
import { Select, type SelectOption } from "@/components/ui/select"

type FilterSelectProps = {
  label: string
  /** What stands there while the filter is off, e.g. "All types". */
  all: string
  value: string
  /** Each choice with the address of the list that it leads to. */
  choices: readonly (SelectOption & { href: string })[]
  allHref: string
}

/** A filter of a list: choosing leads to the same list, narrowed. */
export function FilterSelect({ label, all, value, choices, allHref }: FilterSelectProps) {
  const router = useRouter()
  const go = (chosen: string) => router.push(choices.find((choice) => choice.value === chosen)?.href ?? allHref)
  return (
    <Select
      aria-label={label}
      className="min-h-[30px]! w-auto! max-w-60 py-0! max-m:min-h-10!"
      value={value}
      placeholder={all}
      options={choices}
      onChange={(event) => go(event.target.value)}
    />
  )
}
