"use client"
import { CommandButton } from "@/components/shell/command-button"
import { chooseAll } from "@/lib/bulk/actions"

/** One choice for all that still need one. */
export function ChooseAll({ runId, open }: { runId: string; open: number }) {
  if (open === 0) return null
  const count = open.toLocaleString("en")
  const input = (choice: "new" | "best" | "skip") => ({ id: runId, choice })
  return (
    <fieldset className="run-choose">
      <legend className="sr-only">For all of these</legend>
      <span className="mr-1 text-ink-2">{`For all ${count} that need a choice:`}</span>
      <CommandButton action={chooseAll} input={input("best")} done="The best match is used for all">
        Use the best match
      </CommandButton>
      <CommandButton action={chooseAll} input={input("new")} done="New ones are created for all">
        Create new
      </CommandButton>
      <CommandButton action={chooseAll} input={input("skip")} done="All of these are left out">
        Leave out
      </CommandButton>
    </fieldset>
  )
}
