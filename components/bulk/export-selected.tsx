"use client"
import { Download } from "lucide-react"
import { useExport } from "@/components/shell/use-export"
import { Button } from "@/components/ui/button"
import { buttonClass } from "@/components/ui/button-face"
import { Menu } from "@/components/ui/menu"
import { MenuButton } from "@/components/ui/menu-items"
import { useToast } from "@/components/ui/toast"
import { type BulkList, bulkPaths } from "@/lib/bulk/kinds"
import { keepSelection } from "@/lib/exchange/actions"

type ExportSelectedProps = {
  list: BulkList
  view: string
  /** The ticked rows; null for all that match the view. */
  ids: string[] | null
  /** All that match means one's own, for those who do not manage. */
  isOwn: boolean
  reason: string | null
}

/** **Export** of the ticked rows, or of all that match, with the view's columns and in its order. */
export function ExportSelected({ list, view, ids, isOwn, reason }: ExportSelectedProps) {
  const start = useExport()
  const { showToast } = useToast()
  if (reason)
    return (
      <Button size="s" icon={<Download aria-hidden="true" />} reason={reason}>
        Export
      </Button>
    )
  const take = async (format: string) => {
    const params = Object.fromEntries(new URLSearchParams(view))
    if (ids === null) return start(`${bulkPaths[list]}/export`, isOwn ? { ...params, owner: "me" } : params, format)
    const kept = await keepSelection({ list, ids }).catch(() => null)
    if (kept?.ok) return start(`${bulkPaths[list]}/export`, { ...params, selection: kept.data.id }, format)
    showToast({ tone: "bad", title: "Not exported", text: kept?.error.message ?? "The server could not be reached." })
  }
  const trigger = (
    <>
      <Download size={16} aria-hidden="true" />
      Export
    </>
  )
  return (
    <Menu trigger={trigger} triggerClassName={buttonClass({ size: "s" })}>
      <MenuButton onClick={() => void take("csv")}>CSV</MenuButton>
      <MenuButton onClick={() => void take("xlsx")}>Excel</MenuButton>
    </Menu>
  )
}
