"use client"
import { useState } from "react"
import { useHoldLive } from "@/components/shell/use-live"
import { Button } from "@/components/ui/button"
import { Section } from "@/components/ui/section"
import { Strip } from "@/components/ui/strip"
import { momentText } from "@/components/ui/time"
import { checkWords } from "@/lib/mail/check-words"
import { houseLetters } from "@/lib/mail/house-letters"
import type { LetterLanguage } from "@/lib/mail/letter-languages"
import type { LetterName } from "@/lib/mail/letter-titles"
import type { LetterDesk } from "@/lib/mail/studio/queries"
import { languageName } from "@/lib/platform/language-name"
import { LetterCommands } from "./letter-commands"
import { LetterFields } from "./letter-fields"
import { LetterPreview, type PreviewGiven } from "./letter-preview"
import { LetterVersions } from "./letter-versions"
import { useLetterDraft } from "./use-letter-draft"

type LetterEditorProps = {
  letter: LetterName
  language: LetterLanguage
  profile: { id: string; name: string; isDefault: boolean }
  desk: LetterDesk
  preview: PreviewGiven | null
  /** To whom a test goes. */
  to: string
  reason: string | null
}

/** A letter as one writes it, with its preview beside it. Nothing is sent in new words before they are published. */
export function LetterEditor({ letter, language, profile, desk, preview, to, reason }: LetterEditorProps) {
  const { title, placeholders, needs } = houseLetters[letter]
  const saved = desk.draft ?? desk.sent
  const draft = useLetterDraft(`${profile.id}:${letter}:${language}`, { subject: saved.subject, body: saved.body }, desk.draftVersion)
  const [shown, show] = useState(preview)
  const { words, isChanged, isOvertaken } = draft
  useHoldLive(isChanged)
  const problems = checkWords(letter, words)
  const hidden = { profileId: profile.id, letter, language, draftVersion: String(desk.draftVersion) }
  return (
    <>
      <Standing desk={desk} language={language} />
      {isOvertaken && (
        <Strip
          tone="wait"
          live
          action={
            <span className="flex gap-2">
              <Button size="s" onClick={draft.revert}>
                Take theirs
              </Button>
              <Button size="s" onClick={draft.insist}>
                Go on with mine
              </Button>
            </span>
          }
        >
          Somebody changed this letter while you wrote. What you typed is still here.
        </Strip>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] content-start max-l:grid-cols-1">
        <div className="px-6 py-4 max-m:px-4">
          <Section title="Words" aside={desk.draft?.at ? `Draft of ${desk.draft.by}, ${momentText(new Date(desk.draft.at))}` : undefined}>
            <LetterCommands
              {...{ letter, title, language, profile, desk, words, isChanged, isOvertaken, problems, to, reason }}
              prospectId={shown?.record.id ?? ""}
              onRevert={draft.revert}
            />
            <div className="h-4" />
            <LetterFields
              words={words}
              placeholders={placeholders}
              needs={needs}
              problems={problems}
              reason={reason}
              onWrite={draft.write}
            />
          </Section>
          <LetterVersions versions={desk.versions} published={desk.published} hidden={hidden} reason={reason} />
        </div>
        <div className="border-l border-line px-6 py-4 max-l:border-t max-l:border-l-0 max-m:px-4">
          <LetterPreview words={words} language={language} preview={shown} profileId={profile.id} onPreview={show} />
        </div>
      </div>
    </>
  )
}

/** What is sent now, where it is not what is written here. */
function Standing({ desk: { sent, draft }, language }: { desk: LetterDesk; language: string }) {
  if (sent.isOwn && !draft) return null
  const words = sent.version === null ? "the words that came with the product" : `version ${sent.version} of ${sent.profileName}`
  const other = sent.language === language ? "" : `, in ${languageName(sent.language)}`
  if (sent.isOwn) return <Strip tone="wait">{`A draft. Version ${sent.version} is sent until it is published.`}</Strip>
  return <Strip tone="info">{`Not written here yet: readers of ${languageName(language)} get ${words}${other}.`}</Strip>
}
