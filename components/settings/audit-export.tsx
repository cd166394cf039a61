"use client"
import { Download } from "lucide-react"
import { useExport } from "@/components/shell/use-export"
import { buttonClass } from "@/components/ui/button-face"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"

const path = "/settings/audit/export"

/** Takes the audit away as it is filtered, with its hashes. */
export function AuditExport({ params }: { params: Readonly<Record<string, string>> }) {
  const start = useExport()
  const trigger = (
    <>
      <Download size={16} aria-hidden="true" />
      Export
    </>
  )
  return (
    <Menu trigger={trigger} triggerClassName={buttonClass({ size: "s" })} end>
      <MenuButton onClick={() => start(path, params, "csv")}>CSV</MenuButton>
      <MenuButton onClick={() => start(path, params, "jsonl")}>JSON lines, to verify</MenuButton>
    </Menu>
  )
}
