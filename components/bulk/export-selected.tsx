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

/** Takes the ticked rows, or all that match, in a format, with the view's columns and in its order. */
function useTake({ list, view, ids, isOwn }: ExportSelectedProps) {
  const start = useExport()
  const { showToast } = useToast()
  return async (format: string) => {
    const params = Object.fromEntries(new URLSearchParams(view))
    if (ids === null) return start(`${bulkPaths[list]}/export`, isOwn ? { ...params, owner: "me" } : params, format)
    const kept = await keepSelection({ list, ids }).catch(() => null)
    if (kept?.ok) return start(`${bulkPaths[list]}/export`, { ...params, selection: kept.data.id }, format)
    showToast({ tone: "bad", title: "Not exported", text: kept?.error.message ?? "The server could not be reached." })
  }
}

const icon = <Download aria-hidden="true" />

/** **Export** as the items of a larger menu. */
export function ExportSelectedItems(props: ExportSelectedProps) {
  const take = useTake(props)
  if (props.reason)
    return (
      <MenuButton icon={icon} reason={props.reason}>
        Export
      </MenuButton>
    )
  return (
    <>
      <MenuButton icon={icon} onClick={() => void take("csv")}>
        Export as CSV
      </MenuButton>
      <MenuButton icon={icon} onClick={() => void take("xlsx")}>
        Export as Excel
      </MenuButton>
    </>
  )
}

/** **Export** as a button with a menu of formats. */
export function ExportSelected(props: ExportSelectedProps) {
  const take = useTake(props)
  if (props.reason)
    return (
      <Button size="s" icon={icon} reason={props.reason}>
        Export
      </Button>
    )
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
