"use client"
import { Info } from "lucide-react"
import Link from "next/link"
import { useState } from "react"
import { MemberCommands } from "@/components/commerce/member-commands"
import { Status } from "@/components/ui/status"
import { momentText } from "@/components/ui/time"
import type { MemberView } from "@/lib/commerce/hierarchies/queries"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"
import { refusalsOf } from "./member-refusals"

type MembersTableProps = {
  hierarchyId: string
  number: string
  members: readonly MemberView[]
  refusedByRole: string | null
  suspended: string | null
}

/** The members of a hierarchy; what is ticked is what the commands above work on. */
export function MembersTable({ hierarchyId, number, members, refusedByRole, suspended }: MembersTableProps) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const chosen = members.filter(({ id }) => ticked.includes(id))
  const refusals = refusalsOf(chosen, members, { refusedByRole, suspended })
  const isAll = members.length > 0 && chosen.length === members.length
  const turn = (id: string, on: boolean) => setTicked((before) => (on ? [...before, id] : before.filter((one) => one !== id)))
  const explained = chosen.length > 0 ? refusals.explained : null
  return (
    <section aria-labelledby="members-title" className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2 py-2.5 pr-5 pl-6 max-m:px-4">
        <h2 id="members-title" className="text-14 font-semi">
          Members
        </h2>
        <span className="text-ink-3 tabular-nums">{members.length}</span>
        <MemberCommands hierarchyId={hierarchyId} number={number} chosen={chosen} refusals={refusals} />
      </div>
      <table className="grid-table" aria-label="Members">
        <colgroup>
          <col style={{ width: 46 }} />
          <col />
          <col className="g-wide" style={{ width: 300 }} />
          <col className="g-wide" style={{ width: 120 }} />
          <col style={{ width: 96 }} />
          <col style={{ width: 120 }} />
          <col style={{ width: 164 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="g-check">
              <input
                type="checkbox"
                className="check"
                aria-label="Select all"
                checked={isAll}
                ref={(box) => {
                  if (box) box.indeterminate = chosen.length > 0 && !isAll
                }}
                onChange={() => setTicked(isAll ? [] : members.map(({ id }) => id))}
              />
            </th>
            <th scope="col">Name</th>
            <th scope="col" className="g-wide">
              Email
            </th>
            <th scope="col" className="g-wide">
              Customer
            </th>
            <th scope="col">Role</th>
            <th scope="col">Status</th>
            <th scope="col">Last sign-in</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} isTicked={ticked.includes(member.id)} onTurn={(on) => turn(member.id, on)} />
          ))}
        </tbody>
      </table>
      <p className="flex min-h-9 items-center gap-2 px-6 text-12 text-ink-3 max-m:px-4" role="status">
        {explained && (
          <>
            <Info size={14} aria-hidden="true" /> {explained}
          </>
        )}
      </p>
    </section>
  )
}

type MemberRowProps = { member: MemberView; isTicked: boolean; onTurn: (on: boolean) => void }

function MemberRow({ member, isTicked, onTurn }: MemberRowProps) {
  const { name, email, customerId, customerNumber, role, status, invitedAt, lastSignInAt, disabledReason } = member
  return (
    <tr>
      <td className="g-check">
        <input
          type="checkbox"
          className="check"
          aria-label={`Select ${name}`}
          checked={isTicked}
          onChange={(event) => onTurn(event.target.checked)}
        />
      </td>
      <td className="g-name">
        <Link className="grid-link" href={`/commerce/customers/${customerId}`} prefetch={false}>
          {name}
        </Link>
      </td>
      <td className="g-wide g-second">{email}</td>
      <td className="g-quiet g-wide">{customerNumber}</td>
      <td className="g-top">{memberRoles[role]}</td>
      <td className="g-end" title={disabledReason ?? undefined}>
        <Status word={memberStatuses[status]} />
      </td>
      <td>{lastSignInAt ? momentText(lastSignInAt) : status === "pending" ? `Invited ${momentText(invitedAt, "date")}` : "Never"}</td>
    </tr>
  )
}
