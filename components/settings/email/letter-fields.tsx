"use client"
import { Bold, Heading1, Heading2, Link2, List, MessageSquareQuote, Percent, RectangleHorizontal, Type } from "lucide-react"
import { type ReactNode, type RefObject, useRef } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Menu } from "@/components/ui/menu"
import { MenuButton, MenuTitle } from "@/components/ui/menu-items"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { placed, type WordsProblem } from "@/lib/mail/check-words"
import { type LetterPlaceholder, letterPlaceholders } from "@/lib/mail/letter-placeholders"
import { marks } from "@/lib/mail/marks/marks"
import { applyMark, insertWords, type MarkName, offsetOf, type Selected } from "./apply-mark"
import type { Words } from "./use-letter-draft"

const buttons: { mark: MarkName; word: string; icon: ReactNode }[] = [
  { mark: "title", word: "Title", icon: <Heading1 /> },
  { mark: "heading", word: "Heading", icon: <Heading2 /> },
  { mark: "bold", word: "Bold", icon: <Bold /> },
  { mark: "list", word: "List", icon: <List /> },
  { mark: "link", word: "Link", icon: <Link2 /> },
  { mark: "button", word: "Button", icon: <RectangleHorizontal /> },
  { mark: "said", word: "Set apart", icon: <MessageSquareQuote /> },
  { mark: "quiet", word: "Small print", icon: <Type /> },
]

type LetterFieldsProps = {
  words: Words
  placeholders: readonly LetterPlaceholder[]
  needs: readonly string[]
  problems: readonly WordsProblem[]
  /** Why this person cannot write; null when they can. */
  reason: string | null
  onWrite: (change: Partial<Words>) => void
}

/** Subject and body of a letter, with marks and placeholders at hand, and what is wrong with them, each with its place. */
export function LetterFields({ words, placeholders, needs, problems, reason, onWrite }: LetterFieldsProps) {
  const subject = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const last = useRef<"subject" | "body">("body")

  const change = (field: "subject" | "body", how: (selected: Selected) => Selected) => {
    const control = (field === "subject" ? subject : body).current
    if (!control) return
    const after = how({ text: control.value, from: control.selectionStart ?? 0, to: control.selectionEnd ?? 0 })
    onWrite({ [field]: after.text })
    select(field === "subject" ? subject : body, after.from, after.to)
  }
  const show = ({ field, line, column }: WordsProblem) => {
    const at = offsetOf(words[field], line, column)
    select(field === "subject" ? subject : body, at, at + 1)
  }
  return (
    <div className="grid gap-4">
      <Field label="Subject">
        {(control) => (
          <TextInput
            {...control}
            ref={subject}
            value={words.subject}
            readOnly={reason !== null}
            maxLength={200}
            autoComplete="off"
            onFocus={() => {
              last.current = "subject"
            }}
            onChange={(event) => onWrite({ subject: event.target.value })}
          />
        )}
      </Field>
      <div>
        <div role="toolbar" aria-label="Marks" className="mb-1.5 flex flex-wrap items-center gap-1">
          {buttons.map(({ mark, word, icon }) => (
            <Button
              key={mark}
              size="s"
              tone="ghost"
              iconOnly
              icon={icon}
              reason={reason}
              onClick={() => change("body", (selected) => applyMark(selected, mark))}
            >
              {word}
            </Button>
          ))}
          <Menu
            triggerClassName="btn btn-s ml-auto"
            end
            trigger={
              <>
                <Percent size={14} aria-hidden="true" /> Placeholder
              </>
            }
          >
            <MenuTitle>What this letter may name</MenuTitle>
            {placeholders.map((name) => (
              <MenuButton key={name} reason={reason} onClick={() => change(last.current, (selected) => insertWords(selected, `%${name}%`))}>
                {`%${name}% ${letterPlaceholders[name]}${needs.includes(name) ? ", needed" : ""}`}
              </MenuButton>
            ))}
          </Menu>
        </div>
        <Field label="Letter" className="[&_textarea]:font-mono">
          {(control) => (
            <Textarea
              {...control}
              ref={body}
              rows={20}
              maxLength={8000}
              spellCheck
              value={words.body}
              readOnly={reason !== null}
              className="field-sizing-content max-h-[70dvh] min-h-[340px]"
              onFocus={() => {
                last.current = "body"
              }}
              onChange={(event) => onWrite({ body: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Problems problems={problems} onShow={show} />
      <MarksHelp />
    </div>
  )
}

function select(control: RefObject<HTMLInputElement | HTMLTextAreaElement | null>, from: number, to: number): void {
  requestAnimationFrame(() => {
    control.current?.focus()
    control.current?.setSelectionRange(from, to)
  })
}

function Problems({ problems, onShow }: { problems: readonly WordsProblem[]; onShow: (problem: WordsProblem) => void }) {
  return (
    <div role="status" aria-label="What keeps it from being published">
      {problems.length > 0 && (
        <ul className="grid gap-1 text-bad">
          {problems.map((problem) => (
            <li key={placed(problem)}>
              <button type="button" className="text-left underline-offset-3 wrap-anywhere hover:underline" onClick={() => onShow(problem)}>
                {placed(problem)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function MarksHelp() {
  return (
    <details>
      <summary className="w-fit cursor-pointer text-accent-text">Marks</summary>
      <dl className="facts mt-2" data-wide>
        {marks.map(({ typed, says }) => (
          <div key={typed} className="contents">
            <dt>{typed}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-12 text-pretty text-ink-3">
        A paragraph or button whose placeholders all stand for nothing is left out, such as a note that was not written.
      </p>
    </details>
  )
}
