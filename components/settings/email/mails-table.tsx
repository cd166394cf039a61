import { Mail } from "lucide-react"
import Link from "next/link"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import { isLetterName, letterTitles } from "@/lib/mail/letter-titles"
import type { MailListRow } from "@/lib/mail/log/queries"
import { mailStates } from "@/lib/mail/rules"
import { MailCommands, type MailReasons } from "./mail-commands"

const columns: PlainColumn[] = [
  { key: "subject", label: "Subject" },
  { key: "to", label: "To", width: 200, phone: "second" },
  { key: "profile", label: "Profile", width: 116, hideBelow: "l" },
  { key: "state", label: "State", width: 104, phone: "end" },
  { key: "attempts", label: "Attempts", width: 74, align: "right", hideBelow: "m" },
  { key: "error", label: "Reason", width: 170, hideBelow: "m" },
  { key: "at", label: "When", width: 116, align: "right", phone: "top" },
  { key: "commands", label: "Commands", width: 116, align: "right", isCommands: true },
]

/** How staff know a letter; of one that is no more, its name. */
export const letterTitle = (letter: string) => (isLetterName(letter) ? letterTitles[letter].title : letter)

/** Every mail: its state, its attempts, what went wrong in plain words, and what can be done. */
export function MailsTable({ rows, reasons }: { rows: readonly MailListRow[]; reasons: MailReasons }) {
  return (
    <PlainTable
      label="Delivery log"
      columns={columns}
      empty={<Empty icon={<Mail />} title="No mail here" text="No mail is as you asked for, or none was written yet." />}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          subject: (
            <>
              <Link className="link" prefetch={false} href={`/settings/email/log/${row.id}`} title={letterTitle(row.letter)}>
                {row.subject}
              </Link>
              {row.isAgain && (
                <>
                  {" "}
                  <Tag>Again</Tag>
                </>
              )}
            </>
          ),
          to: <span title={row.toAddress}>{row.toName ? `${row.toName}, ${row.toAddress}` : row.toAddress}</span>,
          profile: row.profile,
          state: <Status word={mailStates[row.state]} />,
          attempts: row.attempts,
          error: row.lastError && <span title={row.lastError}>{row.lastError}</span>,
          at: <Moment at={row.sentAt ?? row.createdAt} />,
          commands: <MailCommands mail={{ ...row, about: row.isTest ? { test: true } : {} }} reasons={reasons} offers="next" />,
        },
      }))}
    />
  )
}
