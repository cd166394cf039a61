"use client"
import { CommandButton } from "@/components/shell/command-button"
import { chooseAll } from "@/lib/bulk/actions"
import type { ChooseAll as Chosen } from "@/lib/bulk/schema"

type ForAllProps = { text: string; buttons: readonly { choice: Chosen; done: string; word: string }[] }

/** One choice for all of a group. */
function ForAll({ text, buttons }: ForAllProps) {
  return (
    <fieldset className="run-choose">
      <legend className="sr-only">{text}</legend>
      <span className="mr-1 text-ink-2" aria-hidden="true">{`${text}:`}</span>
      {buttons.map(({ choice, done, word }) => (
        <CommandButton key={choice.choice} action={chooseAll} input={choice} done={done}>
          {word}
        </CommandButton>
      ))}
    </fieldset>
  )
}

/** One choice for all that still need one, and one for all that a policy wants a second person for. */
export function ChooseAll({ runId: id, open, second }: { runId: string; open: number; second: number }) {
  const group = "choose" as const
  return (
    <>
      {open > 0 && (
        <ForAll
          text={`For all ${open.toLocaleString("en")} that need a choice`}
          buttons={[
            { choice: { id, group, choice: "best" }, done: "The best match is used for all that have one", word: "Use the best match" },
            { choice: { id, group, choice: "new" }, done: "New ones are created for all that may be new", word: "Create new" },
            { choice: { id, group, choice: "skip" }, done: "All of these are left out", word: "Leave out" },
          ]}
        />
      )}
      {second > 0 && (
        <ForAll
          text={`For all ${second.toLocaleString("en")} that need a second person`}
          buttons={[
            {
              choice: { id, group: "second", choice: "ask" },
              done: "A second person is asked for all of these",
              word: "Ask for a second person",
            },
            { choice: { id, group: "second", choice: "skip" }, done: "All of these are left out", word: "Leave these out" },
          ]}
        />
      )}
    </>
  )
}
