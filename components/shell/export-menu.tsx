"use client"
import { Download } from "lucide-react"
import { useExport } from "@/components/shell/use-export"
import { buttonClass } from "@/components/ui/button-face"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"

type ExportMenuProps = {
  /** The list's export, with what its view asks for. */
  path: string
  params: Readonly<Record<string, string>>
  size?: "s" | "m"
}

/** Takes the view away as a file: everything it holds, with its columns and in its order. */
export function ExportMenu({ path, params, size = "s" }: ExportMenuProps) {
  const start = useExport()
  const trigger = (
    <>
      <Download size={16} aria-hidden="true" />
      Export
    </>
  )
  return (
    <Menu trigger={trigger} triggerClassName={buttonClass({ size })} end>
      <MenuButton onClick={() => start(path, params, "csv")}>CSV</MenuButton>
      <MenuButton onClick={() => start(path, params, "xlsx")}>Excel</MenuButton>
    </Menu>
  )
}
