"use client"
import { Eye } from "lucide-react"
import { MenuButton, MenuLine, MenuTitle } from "@/components/ui/menu-items"
import { homePath } from "@/lib/identity/next-path"
import { roleName, type StaffRole } from "@/lib/identity/permissions"
import { usePreview } from "./use-preview"

/** In the person's own menu: the roles whose view of the workspace they can look at. */
export function PreviewItems({ roles }: { roles: readonly StaffRole[] }) {
  const { preview } = usePreview()
  return (
    <>
      <MenuTitle>Preview as…</MenuTitle>
      {roles.map((role) => (
        <MenuButton
          key={role}
          aria-label={`Preview as ${roleName(role)}`}
          icon={<Eye size={16} aria-hidden="true" />}
          onClick={() => preview(role, homePath(role))}
        >
          {roleName(role)}
        </MenuButton>
      ))}
      <MenuLine />
    </>
  )
}
