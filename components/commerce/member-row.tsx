import Link from "next/link"
import type { ReactNode } from "react"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment, momentText } from "@/components/ui/time"
import type { MemberView } from "@/lib/commerce/hierarchies/queries"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"

type MemberRowProps = {
  member: MemberView
  /** Where the member works; null where the hierarchy has no outlets. */
  outlet: string | null
  isDiffering: boolean
  isTicked: boolean
  onTurn: (on: boolean) => void
}

/** A member of a hierarchy as a row of its table. */
export function MemberRow({ member, outlet, isDiffering, isTicked, onTurn }: MemberRowProps) {
  const { name, email, customerId, customerNumber, role, disabledReason } = member
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
        <span className="flex min-w-0 items-center gap-2">
          <Link className="grid-link truncate" href={`/commerce/customers/${customerId}`} prefetch={false}>
            {name}
          </Link>
          {isDiffering && <Tag tone="wait">Differs</Tag>}
        </span>
      </td>
      <td className="g-wide g-second">{email}</td>
      <td className="g-quiet g-wide">{customerNumber}</td>
      {outlet !== null && <td className="g-wide">{outlet}</td>}
      <td className="g-top">{memberRoles[role]}</td>
      <td className="g-end" title={disabledReason ?? undefined}>
        <Status word={memberStatuses[member.status]} text={statusText(member)} />
      </td>
      <td>{lastSignIn(member)}</td>
    </tr>
  )
}

function statusText({ status, awaitsEnable, disabledUntil }: MemberView): string {
  if (awaitsEnable) return "Pending, not invited"
  const word = memberStatuses[status]
  return disabledUntil ? `${word} until ${momentText(disabledUntil, "date")}` : word
}

function lastSignIn({ lastSignInAt, status, awaitsEnable, invitedAt, isInvitationOver }: MemberView): ReactNode {
  if (awaitsEnable) return "Never"
  if (status === "pending") return `Invited ${momentText(invitedAt, "date")}${isInvitationOver ? ", expired" : ""}`
  return lastSignInAt ? <Moment at={lastSignInAt} /> : "Never"
}
