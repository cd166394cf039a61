import { Info } from "lucide-react"
import { EditUser, RemoveUser } from "@/components/portal/user-commands"
import { Status } from "@/components/ui/status"
import { Tag } from "@/components/ui/tag"
import { Moment } from "@/components/ui/time"
import type { OrganizationUser } from "@/lib/portal/queries"

type UserTableProps = { users: readonly OrganizationUser[]; organization: string; mayEdit: boolean }

const heads = ["Name", "Role", "Status", "Last sign-in"]

/** The users as a table; on a phone each user is a block. Why somebody cannot be removed stands below in words as well. */
export function UserTable({ users, organization, mayEdit }: UserTableProps) {
  const kept = mayEdit ? users.filter(({ whyKept }) => whyKept) : []
  return (
    <>
      <table aria-label="Organization users" className="w-full border-collapse text-14 max-m:block">
        <thead className="border-b border-line-2 text-left text-13 text-ink-3 max-m:sr-only">
          <tr>
            {heads.map((head) => (
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
        <tbody className="max-m:block max-m:border-t max-m:border-line-2">
          {users.map((user) => (
            <UserRow key={user.memberId} user={user} organization={organization} mayEdit={mayEdit} />
          ))}
        </tbody>
      </table>
      {kept.map(({ memberId, whyKept }) => (
        <p key={memberId} className="mt-4 flex items-start gap-2.5 text-14 text-ink-2">
          <Info size={16} className="mt-0.5 flex-none text-ink-3" aria-hidden="true" />
          <span className="min-w-0 wrap-anywhere">{whyKept}</span>
        </p>
      ))}
    </>
  )
}

const cell = "py-2.5 pr-4 max-m:py-0.5"
const inline = `${cell} max-m:inline-block`

function UserRow({ user, organization, mayEdit }: { user: OrganizationUser; organization: string; mayEdit: boolean }) {
  return (
    <tr className="border-b border-line max-m:block max-m:py-3">
      <td className={`${cell} max-m:block max-m:pr-0`}>
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semi wrap-anywhere">
          {user.name} {user.isYou && <Tag>You</Tag>}
        </span>
        <span className="block wrap-anywhere text-ink-2">{user.email}</span>
      </td>
      <td className={inline}>{user.roleName}</td>
      <td className={inline}>
        <Status word={user.status} />
      </td>
      <td className={`${inline} whitespace-nowrap text-ink-2`}>
        <LastSignIn user={user} />
      </td>
      {mayEdit && (
        <td className="w-px text-right whitespace-nowrap max-m:-mx-3 max-m:block max-m:w-auto max-m:text-left [&_.btn]:text-14 max-m:[&_.btn]:h-11">
          <EditUser user={user} />
          <span className="-mr-3">
            <RemoveUser user={user} organization={organization} />
          </span>
        </td>
      )}
    </tr>
  )
}

function LastSignIn({ user: { lastSignInAt, invitedAt, isPending, awaitsEnable } }: { user: OrganizationUser }) {
  if (awaitsEnable) return "Waits to be enabled by the store"
  if (lastSignInAt && !isPending) return <Moment at={lastSignInAt} />
  return (
    <>
      {isPending ? "Invited " : "Never, invited "}
      <Moment at={invitedAt} style="date" />
    </>
  )
}
