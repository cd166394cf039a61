import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { Menu } from "@/components/ui/menu"

export type ShellPerson = { id: string; name: string; roleName: string; initials?: string }

/** Who is signed in, and the way out. */
export function UserMenu({ person, items, signOut }: { person: ShellPerson; items?: ReactNode; signOut: ReactNode }) {
  const trigger = (
    <>
      <Avatar name={person.name} me size="l" />
      <span className="max-w-[190px] text-left leading-none max-m:sr-only">
        <span className="block truncate pb-px text-13 leading-[15px] font-medium">{person.name}</span>
        <span className="block text-12 text-ink-3">{person.roleName}</span>
      </span>
    </>
  )
  return (
    <Menu trigger={trigger} triggerClassName="office-self" end>
      <div className="max-w-[280px] px-2.5 pt-2 pb-1.5 wrap-anywhere">
        <p className="font-semi">{person.name}</p>
        <p className="text-12 text-ink-3">{person.roleName}</p>
      </div>
      <hr className="menu-line" />
      {items}
      {signOut}
    </Menu>
  )
}
