"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { changeZone } from "@/lib/portal/actions"

const ZoneDialog = dynamic(() => import("@/components/shell/zone-dialog").then((part) => part.ZoneDialog), { ssr: false })

/** The time zone in which a partner's user reads times, and the way to another. */
export function OwnZone({ own, zone, text }: { own: string | null; zone: string; text: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{text}</span>
      <Button size="s" onClick={() => setOpen(true)}>
        Change time zone
      </Button>
      {isOpen && <ZoneDialog own={own} zone={zone} change={changeZone} onClose={() => setOpen(false)} />}
    </span>
  )
}
