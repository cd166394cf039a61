"use client"
import { Upload } from "lucide-react"
import { useState } from "react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { importWords } from "@/lib/mail/actions"
import type { FieldErrors } from "@/lib/platform/errors"

/** The command Import: letters from a file, as drafts. */
export function ImportWords({ profile, reason }: { profile: { id: string; name: string }; reason: string | null }) {
  return (
    <Command
      title="Import"
      icon={<Upload aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Takes letters from a file that Export made as drafts of <b>{profile.name}</b>. Nothing is sent in them before you publish it.
        </>
      }
      busyWord="Importing"
      action={importWords}
      hidden={{ profileId: profile.id }}
      news={({ drafts, same, unknown }) => ({
        title: drafts === 1 ? "1 draft made" : `${drafts} drafts made`,
        text: [
          same > 0 ? `${same} are sent in these words already.` : "",
          unknown.length > 0 ? `Left out, since there is no such letter or language: ${unknown.slice(0, 5).join("; ")}.` : "",
        ]
          .filter(Boolean)
          .join(" "),
      })}
    >
      {(errors) => <WordsOfFile errors={errors} />}
    </Command>
  )
}

function WordsOfFile({ errors }: { errors: FieldErrors }) {
  const [text, setText] = useState("")
  return (
    <Field label="File" hint="JSON, as Export writes it" error={errors.file}>
      {(control) => (
        <>
          <input type="hidden" name="file" value={text} />
          <TextInput
            {...control}
            type="file"
            accept="application/json,.json"
            onChange={async (event) => setText((await event.target.files?.[0]?.text()) ?? "")}
          />
        </>
      )}
    </Field>
  )
}
