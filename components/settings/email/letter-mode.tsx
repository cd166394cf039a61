"use client"
import { Command } from "@/components/shell/command"
import { RadioCards } from "@/components/ui/radio-cards"
import { setLetter } from "@/lib/mail/actions"
import type { LetterRow } from "@/lib/mail/studio/letter-modes"

type LetterModeProps = { row: LetterRow; profile: { id: string; name: string; isDefault: boolean }; reason: string | null }

const texts = {
  automatic: "Leaves by itself, once the decision behind it can no longer be undone.",
  held: "Waits under Held for a hand until somebody sends or cancels it. The decision stands meanwhile.",
  silent: "Is not sent. The record tells that it was not.",
} as const

/** The command Change: whether a letter leaves by itself, waits for a person, or is not sent. */
export function LetterMode({ row, profile, reason }: LetterModeProps) {
  return (
    <Command
      title="Change how it is sent"
      trigger={{ size: "s", label: "Change" }}
      reason={reason}
      sentence={
        <>
          <b>{row.title}</b>, for the profile <b>{profile.name}</b>
          {!profile.isDefault && !row.isOwnMode && ", which so far does as the default profile does"}. Mails that are held already stay
          held.
        </>
      }
      busyWord="Saving"
      action={setLetter}
      hidden={{ profileId: profile.id, letter: row.letter }}
      news={({ title, mode }) => ({ title: `${title}: ${mode}` })}
    >
      {() => (
        <RadioCards
          legend="How it is sent"
          hideLegend
          name="mode"
          defaultValue={row.mode}
          cards={[
            { value: "automatic", label: "Automatic", text: texts.automatic },
            { value: "held", label: "Held for a hand", text: texts.held },
            { value: "silent", label: "Not sent", text: texts.silent },
          ]}
        />
      )}
    </Command>
  )
}
