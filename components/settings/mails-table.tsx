import { Mail } from "lucide-react"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { RecordLink } from "@/components/shell/record-link"
import { RetryMail } from "@/components/shell/retry-mail"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import { mailStates } from "@/lib/mail/rules"
import type { MailListRow } from "@/lib/settings/queries"

const columns: PlainColumn[] = [
  { key: "subject", label: "Subject" },
  { key: "to", label: "To", width: 270, phone: "second" },
  { key: "state", label: "State", width: 112, phone: "end" },
  { key: "attempts", label: "Attempts", width: 84, align: "right", hideBelow: "m" },
  { key: "error", label: "Last error", width: 200, hideBelow: "m" },
  { key: "at", label: "When", width: 124, align: "right", phone: "top" },
  { key: "commands", label: "Commands", width: 100, align: "right", isCommands: true },
]

/** Every message, its state, its attempts and what went wrong. */
export function MailsTable({ rows, mayRetry }: { rows: readonly MailListRow[]; mayRetry: boolean }) {
  return (
    <PlainTable
      label="Email"
      columns={columns}
      empty={<Empty icon={<Mail />} title="No mail here" text="No message holds what you searched for, or none was written yet." />}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          subject: row.prospectId ? (
            <RecordLink kind="prospect" id={row.prospectId}>
              {row.subject}
            </RecordLink>
          ) : (
            row.subject
          ),
          to: <span title={row.toAddress}>{row.toName ? `${row.toName}, ${row.toAddress}` : row.toAddress}</span>,
          state: <Status word={mailStates[row.state]} />,
          attempts: row.attempts,
          error: row.lastError && <span title={row.lastError}>{row.lastError}</span>,
          at: <Moment at={row.sentAt ?? row.createdAt} />,
          commands: row.state === "failed" && mayRetry && <RetryMail mailId={row.id} />,
        },
      }))}
    />
  )
}
