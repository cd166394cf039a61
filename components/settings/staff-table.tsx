import { Users } from "lucide-react"
import { ChangeRole, DisableStaff, EnableStaff } from "@/components/settings/staff-commands"
import { type PlainColumn, PlainTable } from "@/components/shell/plain-table"
import { Empty } from "@/components/ui/empty"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import type { StaffRow } from "@/lib/identity/list-staff"
import { roleName } from "@/lib/identity/permissions"
import { refusalToDisableStaff } from "@/lib/identity/staff-rules"

type StaffTableProps = { rows: readonly StaffRow[]; meId: string; administrators: number; refusedByRole: string | null }

const columns: PlainColumn[] = [
  { key: "name", label: "Name", width: 190 },
  { key: "email", label: "Email", phone: "second" },
  { key: "role", label: "Role", width: 160, phone: "top" },
  { key: "status", label: "Status", width: 110, phone: "end" },
  { key: "signedIn", label: "Last sign-in", width: 120, hideBelow: "l" },
  { key: "commands", label: "Commands", width: 240, align: "right", isCommands: true },
]

/** Everybody who works here, each with the commands that fit. */
export function StaffTable({ rows, meId, administrators, refusedByRole }: StaffTableProps) {
  return (
    <PlainTable
      label="Staff"
      columns={columns}
      empty={<Empty icon={<Users />} title="Nobody matches" text="No member of staff has this in name or email." />}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          name: (
            <>
              {row.name} {row.id === meId && <Tag tone="accent">You</Tag>}
            </>
          ),
          email: row.email,
          role: roleName(row.staffRole),
          status: <Status word={row.status} />,
          signedIn: row.lastSignInAt ? <Moment at={row.lastSignInAt} /> : "Never",
          commands: <Commands row={row} administrators={administrators} refusedByRole={refusedByRole} />,
        },
      }))}
    />
  )
}

type CommandsProps = { row: StaffRow; administrators: number; refusedByRole: string | null }

function Commands({ row, administrators, refusedByRole }: CommandsProps) {
  const { id, name, staffRole, status } = row
  const others = administrators - (staffRole === "administrator" && !row.disabledAt ? 1 : 0)
  const isOnly = others === 0 && staffRole === "administrator"
  const onlyOne = isOnly ? (refusalToDisableStaff(row, others)?.message ?? null) : null
  const person = { personId: id, name }
  return (
    <span className="inline-flex gap-1.5">
      <ChangeRole {...person} role={staffRole} reason={refusedByRole ?? onlyOne?.replace("disabled", "given another role") ?? null} />
      {status === "Disabled" ? (
        <EnableStaff {...person} reason={refusedByRole} />
      ) : (
        <DisableStaff {...person} reason={refusedByRole ?? onlyOne} />
      )}
    </span>
  )
}
