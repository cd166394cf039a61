"use client"
import { Check, Send } from "lucide-react"
import { Command } from "@/components/shell/command"
import { CommandButton } from "@/components/shell/command-button"
import { discardText, publishText, saveText, sendTest, withdrawText } from "@/lib/mail/actions"
import { placed, type WordsProblem } from "@/lib/mail/check-words"
import type { LetterLanguage } from "@/lib/mail/letter-languages"
import type { LetterName } from "@/lib/mail/letter-titles"
import type { LetterDesk } from "@/lib/mail/studio/queries"
import { languageName } from "@/lib/platform/language-name"
import type { Words } from "./use-letter-draft"
import { WordsDifference } from "./words-difference"

type LetterCommandsProps = {
  letter: LetterName
  title: string
  language: LetterLanguage
  profile: { id: string; name: string; isDefault: boolean }
  desk: LetterDesk
  words: Words
  isChanged: boolean
  isOvertaken: boolean
  problems: readonly WordsProblem[]
  prospectId: string
  to: string
  reason: string | null
  onRevert: () => void
}

/** What can be done with the words of a letter: save, throw away, try, publish, take back. */
export function LetterCommands(props: LetterCommandsProps) {
  const { letter, title, language, profile, desk, words, isChanged, isOvertaken, problems, prospectId, to, reason, onRevert } = props
  const which = { profileId: profile.id, letter, language }
  const { draftVersion, draft, sent, published, versions } = desk
  const overtaken = isOvertaken ? "Somebody changed this letter meanwhile. Choose first whose words stand." : null
  const problem = problems[0] ? placed(problems[0]) : null
  const isSent = sent.isOwn && sent.subject === words.subject.trim() && sent.body === words.body.trim()
  const hidden = { ...which, draftVersion: String(draftVersion) }
  const number = (versions[0]?.number ?? 0) + 1
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isChanged && (
        <span role="status" className="text-12 text-ink-3">
          Not saved
        </span>
      )}
      <CommandButton
        action={saveText}
        input={{ ...which, draftVersion, ...words }}
        done="Draft saved"
        reason={reason ?? overtaken ?? (isChanged ? null : "Nothing was changed.")}
      >
        Save draft
      </CommandButton>
      <Command
        title="Discard draft"
        tone="danger"
        trigger={{ size: "s" }}
        reason={reason ?? (draft || isChanged ? null : "There is no draft.")}
        sentence={`Throws away what was written here and not published. ${title} is sent as before.`}
        busyWord="Discarding"
        action={draft ? discardText : async () => ({ ok: true as const, data: { draftVersion } })}
        hidden={hidden}
        news={() => {
          onRevert()
          return { title: "Draft thrown away" }
        }}
      />
      <CommandButton
        action={sendTest}
        input={{ ...which, ...words, prospectId }}
        done={`A test is on its way to ${to}`}
        icon={<Send aria-hidden="true" />}
        reason={reason ?? problem}
      >
        Send a test
      </CommandButton>
      {published !== null && (
        <Command
          title="Withdraw"
          tone="danger"
          trigger={{ size: "s" }}
          reason={reason}
          sentence={
            <>
              Takes back the words of <b>{title}</b> in {languageName(language)} that{" "}
              {profile.isDefault ? "were published" : `${profile.name} has`}. The letter falls back to what is sent without them. Its
              versions stay, and can be restored.
            </>
          }
          busyWord="Withdrawing"
          action={withdrawText}
          hidden={hidden}
          news={() => ({ title: `${title} falls back` })}
        />
      )}
      <Command
        title="Publish"
        width="wide"
        icon={<Check aria-hidden="true" />}
        trigger={{ tone: "primary", size: "s" }}
        reason={reason ?? overtaken ?? problem ?? (isSent ? "These words are the ones that are sent." : null)}
        sentence={
          <>
            Sends <b>{title}</b> in {languageName(language)} in these words from now on, as version <b>{number}</b>
            {!profile.isDefault && ` of ${profile.name}`}. Mails that have left keep theirs.
          </>
        }
        busyWord="Publishing"
        action={publishText}
        hidden={{ ...hidden, ...words }}
        news={() => ({ title: `${title} is sent in these words from now on`, text: `Version ${number}` })}
      >
        {() => <WordsDifference before={sent} after={words} />}
      </Command>
    </div>
  )
}
