import { LogOut, MonitorX } from "lucide-react"
import { MenuButton } from "@/components/ui/menu-items"
import { signOut, signOutEverywhere } from "@/lib/identity/actions"

/** The ways out in the office's menu, of this browser and of every one: plain forms, so that they work without a script. */
export function SignOutItem() {
  return (
    <>
      <form action={signOut}>
        <MenuButton type="submit" icon={<LogOut size={16} aria-hidden="true" />}>
          Sign out
        </MenuButton>
      </form>
      <form action={signOutEverywhere}>
        <MenuButton type="submit" icon={<MonitorX size={16} aria-hidden="true" />}>
          End all sessions
        </MenuButton>
      </form>
    </>
  )
}
