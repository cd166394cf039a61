"use client"
import { CommandButton } from "@/components/shell/command-button"
import { chooseAll } from "@/lib/bulk/actions"

/** One choice for all that still need one. */
export function ChooseAll({ runId, open, asks }: { runId: string; open: number; asks: number }) {
  if (open === 0) return null
  const count = open.toLocaleString("en")
  const input = (choice: "new" | "best" | "ask" | "skip") => ({ id: runId, choice })
  return (
    <fieldset className="run-choose">
      <legend className="sr-only">For all of these</legend>
      <span className="mr-1 text-ink-2">{`For all ${count} that need a choice:`}</span>
      {open > asks && (
        <>
          <CommandButton action={chooseAll} input={input("best")} done="The best match is used for all that have one">
            Use the best match
          </CommandButton>
          <CommandButton action={chooseAll} input={input("new")} done="New ones are created for all that may be new">
            Create new
          </CommandButton>
        </>
      )}
      {asks > 0 && (
        <CommandButton action={chooseAll} input={input("ask")} done="A second person is asked where a policy wants one">
          Ask for a second person
        </CommandButton>
      )}
      <CommandButton action={chooseAll} input={input("skip")} done="All of these are left out">
        Leave out
      </CommandButton>
    </fieldset>
  )
}
