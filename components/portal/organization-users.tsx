import { Users } from "lucide-react"
import { PortalTitle } from "@/components/portal/portal-title"
import { AddUser } from "@/components/portal/user-commands"
import { UserTable } from "@/components/portal/user-table"
import { Empty } from "@/components/ui/empty"
import { SearchBox } from "@/components/ui/search-box"
import type { OwnSpending } from "@/lib/portal/credit"
import type { OrganizationUser } from "@/lib/portal/queries"

type OrganizationUsersProps = {
  organization: string
  users: readonly OrganizationUser[]
  /** How many there are, and of which status, whatever is searched for. */
  total: number
  counts: string
  search: string
  /** Users see the list; an Admin changes it. */
  mayEdit: boolean
  /** What each user may spend; null where the organization has no credit. */
  spending: OwnSpending | null
}

/** The organization's users, and the commands of its Admin. */
export function OrganizationUsers({ organization, users, total, counts, search, mayEdit, spending }: OrganizationUsersProps) {
  return (
    <>
      <PortalTitle intro="People who can order for your company." command={mayEdit && <AddUser organization={organization} />}>
        Organization users
      </PortalTitle>
      <div className="mb-5 flex flex-wrap items-center gap-x-5 gap-y-2.5">
        <SearchBox
          action="/account/users"
          label="Search users"
          q={search}
          className="w-full max-w-[300px] [&>input]:h-10 [&>input]:pl-9 [&>input]:text-14"
        />
        <p className="text-14 text-ink-2">
          {total === 1 ? "1 user" : `${total} users`}: {counts}
        </p>
      </div>
      {users.length === 0 ? (
        <Empty icon={<Users />} title="Nobody found" text="No user of your organization has this in their name or email." boxed />
      ) : (
        <UserTable users={users} organization={organization} mayEdit={mayEdit} spending={spending} />
      )}
    </>
  )
}
