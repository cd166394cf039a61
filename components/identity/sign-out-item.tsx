import { LogOut } from "lucide-react"
import { MenuButton } from "@/components/ui/menu-items"
import { signOut } from "@/lib/identity/actions"

/** **Sign out** in the office's menu: a plain form, so that it works without a script. */
export function SignOutItem() {
  return (
    <form action={signOut}>
      <MenuButton type="submit" icon={<LogOut size={16} aria-hidden="true" />}>
        Sign out
      </MenuButton>
    </form>
  )
}
