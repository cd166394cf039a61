import { MailX } from "lucide-react"
import Link from "next/link"
import { LiftBlock } from "@/components/shell/lift-block"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Moment } from "@/components/ui/time"
import type { BlockedRow } from "@/lib/mail/bounces/queries"

const columns: PlainColumn[] = [
  { key: "address", label: "Address", width: 280 },
  { key: "reason", label: "Reason", phone: "second" },
  { key: "state", label: "State", width: 110, phone: "end" },
  { key: "at", label: "Since", width: 124, align: "right", phone: "top" },
  { key: "commands", label: "Commands", width: 120, align: "right", isCommands: true },
]

/** The addresses from which mail came back, and why; nothing is sent there until somebody lifts the block. */
export function AddressesTable({ rows, reason }: { rows: readonly BlockedRow[]; reason: string | null }) {
  return (
    <PlainTable
      label="Addresses"
      columns={columns}
      empty={
        <Empty
          icon={<MailX />}
          title="Every address takes mail"
          text="An address stands here once a mail server said that there is no such mailbox."
        />
      }
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          address: (
            <Link className="link" prefetch={false} href={`/settings/email/log?q=${encodeURIComponent(row.address)}`}>
              {row.address}
            </Link>
          ),
          reason: <span title={row.reason}>{row.reason}</span>,
          state: row.liftedAt ? <Status word="Lifted" /> : <Status word="Blocked" />,
          at: <Moment at={row.at} />,
          commands: row.liftedAt ? (
            <span className="text-12 text-ink-3">{row.liftedBy}</span>
          ) : (
            <LiftBlock blockId={row.id} address={row.address} reason={reason} />
          ),
        },
      }))}
    />
  )
}
