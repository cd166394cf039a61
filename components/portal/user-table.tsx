import { Info } from "lucide-react"
import { Fragment } from "react"
import { SpendingLimits } from "@/components/portal/spending-limits"
import { DisableUser, EditUser, EnableUser, InviteAgain, RemoveUser } from "@/components/portal/user-commands"
import { NetAddress } from "@/components/ui/net-address"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment, momentText } from "@/components/ui/time"
import { amountText } from "@/lib/commerce/credit/money"
import type { OwnSpending } from "@/lib/portal/credit"
import type { OrganizationUser } from "@/lib/portal/queries"

type UserTableProps = { users: readonly OrganizationUser[]; organization: string; mayEdit: boolean; spending: OwnSpending | null }

const heads = ["Name", "Role", "Status"]

/** The users as a table; where it is narrow each user is a block. Why somebody cannot be removed stands below in words, where the row does not say it. */
export function UserTable({ users, organization, mayEdit, spending }: UserTableProps) {
  const shown = [...heads, ...(spending ? ["Spending limits"] : []), "Last sign-in"]
  const kept = mayEdit ? users.filter(({ whyNot, awaitsEnable }) => whyNot.remove && !awaitsEnable) : []
  return (
    <>
      <table aria-label="Organization users" className="w-full border-collapse text-14 max-l:block">
        <thead className="border-b border-line-2 text-left text-13 text-ink-3 max-l:sr-only">
          <tr>
            {shown.map((head) => (
              <th key={head} scope="col" className="pb-2.5 font-medium">
                {head}
              </th>
            ))}
            {mayEdit && (
              <th scope="col">
                <span className="sr-only">Commands</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody className="max-l:block max-l:border-t max-l:border-line-2">
          {users.map((user) => (
            <UserRow key={user.memberId} user={user} organization={organization} mayEdit={mayEdit} spending={spending} />
          ))}
        </tbody>
      </table>
      {kept.map(({ memberId, whyNot }) => (
        <p key={memberId} className="mt-4 flex items-start gap-2.5 text-14 text-ink-2">
          <Info size={16} className="mt-0.5 flex-none text-ink-3" aria-hidden="true" />
          <span className="min-w-0 wrap-anywhere">{whyNot.remove}</span>
        </p>
      ))}
    </>
  )
}

const cell = "py-2.5 pr-4 max-l:py-0.5"
const inline = `${cell} max-l:inline-block`

type UserRowProps = { user: OrganizationUser; organization: string; mayEdit: boolean; spending: OwnSpending | null }

function UserRow({ user, organization, mayEdit, spending }: UserRowProps) {
  const own = spending?.of.get(user.memberId)
  return (
    <tr className="border-b border-line max-l:block max-l:py-3">
      <td className={`${cell} min-w-[224px] max-l:block max-l:pr-0`}>
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semi wrap-anywhere">
          {user.name} {user.isYou && <Tag>You</Tag>}
        </span>
        <span className="block wrap-anywhere text-ink-2">
          <NetAddress text={user.email} />
        </span>
      </td>
      <td className={inline}>{user.roleName}</td>
      <td className={inline}>
        <Status word={user.status} />
        {user.disabledUntil && <span className="block text-13 text-ink-2">until {momentText(user.disabledUntil, "date")}</span>}
        {mayEdit && user.disabledReason && <span className="block text-13 wrap-anywhere text-ink-2">{user.disabledReason}</span>}
      </td>
      {spending && (
        <td className={`${cell} min-w-[112px] text-ink-2 tabular-nums max-l:block`}>
          {own ? <Limits limits={own.limits} currency={spending.currency} /> : "No limit"}
          {mayEdit && own && (
            <span className="-ml-3 block [&_.btn]:text-14 max-l:[&_.btn]:h-11">
              <SpendingLimits user={own} currency={spending.currency} />
            </span>
          )}
        </td>
      )}
      <td className={`${inline} text-ink-2 [&_time]:whitespace-nowrap`}>
        <LastSignIn user={user} />
      </td>
      {mayEdit && (
        <td className="w-px max-l:block max-l:w-auto">
          <div className="-mr-3 flex w-[168px] flex-wrap justify-end max-l:-mx-3 max-l:w-auto max-l:justify-start [&_.btn]:text-14 max-l:[&_.btn]:h-11">
            <EditUser user={user} />
            {user.isPending && !user.awaitsEnable && <InviteAgain user={user} />}
            {!user.isPending && !user.isDisabled && <DisableUser user={user} organization={organization} />}
            {user.isDisabled && <EnableUser user={user} organization={organization} />}
            <RemoveUser user={user} organization={organization} />
          </div>
        </td>
      )}
    </tr>
  )
}

function LastSignIn({ user: { lastSignInAt, invitedAt, isPending, isInvitationOver, awaitsEnable } }: { user: OrganizationUser }) {
  if (awaitsEnable) return "Waits to be enabled by the store"
  if (lastSignInAt && !isPending)
    return (
      <>
        <span className="l:hidden">Last sign-in </span>
        <Moment at={lastSignInAt} />
      </>
    )
  return (
    <>
      {isPending ? "Invited " : "Never, invited "}
      <Moment at={invitedAt} style="date" />
      {isInvitationOver && ", expired"}
    </>
  )
}

type LimitsProps = { limits: { perOrder: number | null; perMonth: number | null }; currency: string }

function Limits({ limits: { perOrder, perMonth }, currency }: LimitsProps) {
  const order = perOrder === null ? [] : [`${amountText(perOrder, currency)} an order`]
  const month = perMonth === null ? [] : [`${amountText(perMonth, currency)} a month`]
  const words = [...order, ...month]
  if (words.length === 0) return "No limit"
  return words.map((each, place) => (
    <Fragment key={each}>
      {place > 0 && ", "}
      <span className="whitespace-nowrap">{each}</span>
    </Fragment>
  ))
}
