import Link from "next/link"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { type LetterRow, letterModes } from "@/lib/mail/studio/letter-modes"
import { languageName } from "@/lib/platform/language-name"
import { letterHref } from "./letter-href"
import { LetterMode } from "./letter-mode"

const columns: PlainColumn[] = [
  { key: "letter", label: "Letter", width: 232 },
  { key: "occasion", label: "When it goes out", quiet: true, hideBelow: "m" },
  { key: "languages", label: "Written here in", width: 180, phone: "second" },
  { key: "mode", label: "Sent", width: 150, phone: "end" },
  { key: "held", label: "Held", width: 64, align: "right", hideBelow: "m" },
  { key: "commands", label: "Commands", width: 150, align: "right", isCommands: true },
]

type LettersTableProps = {
  rows: readonly LetterRow[]
  profile: { id: string; name: string; isDefault: boolean; defaultLanguage: string }
  reason: string | null
}

/** Every letter in the order of a partner's life, with how it is sent and where it is written. */
export function LettersTable({ rows, profile, reason }: LettersTableProps) {
  return (
    <PlainTable
      label="Letters"
      columns={columns}
      rows={rows.map((row) => ({
        id: row.letter,
        cells: {
          letter: (
            <Link className="link" prefetch={false} href={letterHref({ letter: row.letter, language: profile.defaultLanguage, profile })}>
              {row.title}
            </Link>
          ),
          occasion: <span title={row.occasion}>{row.occasion}</span>,
          languages: <Languages row={row} profile={profile} />,
          mode: <Status word={letterModes[row.mode]} />,
          held: row.held > 0 && (
            <Link className="link" prefetch={false} href="/settings/email/held" aria-label={`${row.held} held: ${row.title}`}>
              {row.held}
            </Link>
          ),
          commands: <LetterMode row={row} profile={profile} reason={reason} />,
        },
      }))}
    />
  )
}

function Languages({ row, profile }: { row: LetterRow; profile: LettersTableProps["profile"] }) {
  if (row.languages.length === 0) return <span className="text-ink-3">{profile.isDefault ? "The product’s words" : "Falls back"}</span>
  return (
    <span className="inline-flex flex-wrap gap-1">
      {row.languages.map(({ language, hasDraft, isPublished }) => {
        const word = hasDraft ? `${language} draft` : language
        return (
          <Link
            key={language}
            prefetch={false}
            href={letterHref({ letter: row.letter, language, profile })}
            aria-label={`${word}: ${row.title} in ${languageName(language)}`}
          >
            <Tag tone={hasDraft ? "wait" : isPublished ? "accent" : "plain"}>{word}</Tag>
          </Link>
        )
      })}
    </span>
  )
}
