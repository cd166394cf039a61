"use client"
import { useId, useTransition } from "react"
import { Select } from "@/components/ui/select"
import { useToast } from "@/components/ui/toast"
import { chooseItem } from "@/lib/bulk/actions"
import type { FoundChoice } from "@/lib/bulk/queries"

type ChoiceCellProps = {
  /** What is made where nothing of what was found is used; null where all there is to choose is whether a second person is asked. */
  fresh: string | null
  runId: string
  place: number
  label: string
  text: string
  found: readonly FoundChoice[]
  choice: string | null
}

/** What becomes of one record that needs a choice; kept as soon as it is chosen. */
export function ChoiceCell({ fresh, runId, place, label, text, found, choice }: ChoiceCellProps) {
  const id = useId()
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const choose = (chosen: string) =>
    start(async () => {
      const result = await chooseItem({ id: runId, place, choice: chosen }).catch(() => null)
      if (!result?.ok) showToast({ tone: "bad", title: "Not chosen", text: result?.error.message ?? "The server could not be reached." })
    })
  const options = [
    ...found.map(({ id: value, label: name, why }) => ({ value, label: fresh === null ? name : `Use ${name} (${why.toLowerCase()})` })),
    ...(fresh === null ? [] : [{ value: "new", label: `Create ${fresh}` }]),
    { value: "skip", label: "Leave out" },
  ]
  return (
    <span className="flex min-w-0 items-center gap-3 max-m:grid max-m:gap-1.5 max-m:pt-1">
      <label htmlFor={id} className="sr-only">
        {`Choice for ${label}`}
      </label>
      <span className="w-[320px] flex-none max-l:w-[216px] max-m:w-full">
        <Select
          id={id}
          key={choice ?? ""}
          className="min-h-[30px]! py-0! max-m:min-h-11!"
          options={options}
          placeholder="Choose …"
          defaultValue={choice ?? ""}
          aria-busy={busy || undefined}
          onChange={(event) => event.target.value && choose(event.target.value)}
        />
      </span>
      <span className="min-w-0 truncate text-ink-3 max-m:whitespace-normal" title={text}>
        {text}
      </span>
    </span>
  )
}
