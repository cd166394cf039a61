"use client"
import { TriangleAlert, Upload } from "lucide-react"
import { type MouseEvent, useRef, useState, useTransition } from "react"
import { Command } from "@/components/shell/command"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { importWords, lookAtWords } from "@/lib/mail/actions"
import type { LookedAt } from "@/lib/mail/studio/import-words"
import type { FieldErrors } from "@/lib/platform/errors"

type Looked = { letters: readonly LookedAt[]; unknown: readonly string[] }

/** The command Import: letters from a file, as drafts; what each becomes is shown before. */
export function ImportWords({ profile, reason }: { profile: { id: string; name: string }; reason: string | null }) {
  return (
    <Command
      title="Import"
      icon={<Upload aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      width="wide"
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
          same > 0 ? `${same} stand there in these words already.` : "",
          unknown.length > 0 ? `Left out, since there is no such letter or language: ${unknown.slice(0, 5).join("; ")}.` : "",
        ]
          .filter(Boolean)
          .join(" "),
      })}
    >
      {(errors) => <WordsOfFile profileId={profile.id} errors={errors} />}
    </Command>
  )
}

/** What the file that was chosen would do, or why it cannot be taken. */
type Answer = { text: string; looked: Looked | null; wrong: string | null }

const unreached = { text: "", looked: null, wrong: "The server could not be reached. Choose the file again." }

function WordsOfFile({ profileId, errors }: { profileId: string; errors: FieldErrors }) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isLooking, start] = useTransition()
  const last = useRef<File>(undefined)
  const look = async (file: File): Promise<Answer> => {
    const text = await file.text()
    const result = await lookAtWords({ profileId, file: text })
    return { text, looked: result.ok ? result.data : null, wrong: result.ok ? null : result.error.message }
  }
  const choose = (file: File | undefined) => {
    last.current = file
    setAnswer(null)
    if (!file) return
    start(async () => {
      const next = await look(file).catch(() => unreached)
      if (last.current === file) setAnswer(next)
    })
  }
  // The picker opens on nothing, since a browser does not tell that the same file was chosen again.
  const forget = (event: MouseEvent<HTMLInputElement>) => {
    event.currentTarget.value = ""
    choose(undefined)
  }
  return (
    <>
      <Field label="File" hint="JSON, as Export writes it" error={answer ? answer.wrong : isLooking ? null : errors.file}>
        {(control) => (
          <>
            <input type="hidden" name="file" value={answer?.text ?? ""} />
            <TextInput
              {...control}
              type="file"
              accept="application/json,.json"
              className="cursor-pointer border-control bg-sheet py-[5px] pl-[5px] file:mr-2.5 file:h-[22px] file:cursor-pointer file:rounded-2 file:border-0 file:bg-sunken file:px-2.5 file:font-medium file:text-ink"
              onClick={forget}
              onChange={(event) => choose(event.target.files?.[0])}
            />
          </>
        )}
      </Field>
      <div role="status" aria-busy={isLooking || undefined}>
        {answer?.looked && <Outlook looked={answer.looked} />}
      </div>
    </>
  )
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** What the file would do, letter by letter; those that change nothing are only counted. */
function Outlook({ looked: { letters, unknown } }: { looked: Looked }) {
  const due = letters.filter(({ fate }) => fate !== "same")
  const over = due.filter(({ fate }) => fate === "over").length
  const same = letters.length - due.length
  const told = [
    due.length > 0 ? count(due.length, "draft is made", "drafts are made") : "No draft is made",
    over > 0 && `${over} of them in place of another`,
    same > 0 && count(same, "letter stands there in these words already", "letters stand there in these words already"),
    unknown.length > 0 &&
      `${count(unknown.length, "letter is", "letters are")} unknown here and left out: ${unknown.slice(0, 5).join("; ")}`,
  ]
  return (
    <>
      <p className="text-ink-2">{told.filter(Boolean).join(", ")}.</p>
      {due.length > 0 && (
        <ul className="mt-3 rounded-2 border border-line" aria-label="Drafts">
          {due.map(({ letter, language, by, fate, problem }) => (
            <li key={`${letter} ${language}`} className="grid gap-0.5 border-line px-3 py-2 not-first:border-t">
              <span className="flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{letter}</span> <span className="text-ink-2">{language}</span>
              </span>
              {fate === "over" && <span className="text-wait">In place of the draft{by ? ` of ${by}` : ""}, which is lost</span>}
              {problem && (
                <span className="flex items-start gap-1.5 text-ink-2">
                  <TriangleAlert size={14} className="mt-[3px] flex-none text-wait" aria-hidden="true" />
                  <span className="min-w-0 wrap-anywhere">To be mended before it is published. {problem}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
