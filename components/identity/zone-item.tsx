"use client"
import { Clock } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { MenuButton, MenuLine } from "@/components/ui/menu-items"
import { changeZone } from "@/lib/identity/actions"

const ZoneDialog = dynamic(() => import("@/components/shell/zone-dialog").then((part) => part.ZoneDialog), { ssr: false })

/** In the person's own menu: the time zone in which they read times. */
export function ZoneItem({ own, zone, reason }: { own: string | null; zone: string; reason: string | null }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <MenuButton icon={<Clock size={16} aria-hidden="true" />} reason={reason} onClick={() => setOpen(true)}>
        Change time zone
      </MenuButton>
      <MenuLine />
      {isOpen && <ZoneDialog own={own} zone={zone} change={changeZone} onClose={() => setOpen(false)} />}
    </>
  )
}
