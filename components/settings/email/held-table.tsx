import { MailCheck } from "lucide-react"
import Link from "next/link"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Moment } from "@/components/ui/time"
import type { HeldRow } from "@/lib/mail/log/queries"
import { languageName } from "@/lib/platform/language-name"
import { MailCommands, type MailReasons } from "./mail-commands"
import { letterTitle } from "./mails-table"

const columns: PlainColumn[] = [
  { key: "letter", label: "Letter", width: 220 },
  { key: "to", label: "To", phone: "second" },
  { key: "language", label: "Language", width: 110, hideBelow: "m" },
  { key: "profile", label: "Profile", width: 140, hideBelow: "l" },
  { key: "at", label: "Written", width: 124, align: "right", phone: "top" },
  { key: "commands", label: "Commands", width: 258, align: "right", isCommands: true },
]

/** The mails that wait for somebody, the longest first. */
export function HeldTable({ rows, reasons }: { rows: readonly HeldRow[]; reasons: MailReasons }) {
  return (
    <PlainTable
      label="Held for a hand"
      columns={columns}
      empty={
        <Empty
          icon={<MailCheck />}
          title="Nothing is held"
          text="Mails wait here whose letter is held for a hand. Letters says which those are."
        />
      }
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          letter: (
            <Link className="link" prefetch={false} href={`/settings/email/log/${row.id}`}>
              {letterTitle(row.letter)}
            </Link>
          ),
          to: row.toName ? `${row.toName}, ${row.toAddress}` : row.toAddress,
          language: languageName(row.language),
          profile: row.profile,
          at: <Moment at={row.createdAt} />,
          commands: <MailCommands mail={{ ...row, state: "held" }} reasons={reasons} offers="now" />,
        },
      }))}
    />
  )
}
