"use client"
import dynamic from "next/dynamic"
import { useCallback, useEffect, useRef, useState } from "react"
import { isDialogOpen } from "@/components/shell/open-dialog"
import { Kbd } from "@/components/ui/kbd"
import type { Place } from "@/lib/search/places"
import { catchKeys } from "./early-keys"

const load = () => import("./palette-dialog").then((part) => part.PaletteDialog)
const PaletteDialog = dynamic(load, { ssr: false })

/** **Commands**, by its button and by Ctrl K or ⌘ K; loaded when somebody reaches for it. */
export function PaletteButton({ pages }: { pages: readonly Place[] }) {
  const [opening, setOpening] = useState<number | null>(null)
  const early = useRef<ReturnType<typeof catchKeys>>(undefined)

  const takeEarly = useCallback(() => {
    const typed = early.current?.stop() ?? ""
    early.current = undefined
    return typed
  }, [])
  const open = useCallback(() => {
    if (isDialogOpen() || early.current) return
    early.current = catchKeys()
    // Without the network it does not come, and the keys are the page's again.
    load().catch(() => takeEarly())
    setOpening(Date.now())
  }, [takeEarly])

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Control" || event.key === "Meta") void load().catch(() => {})
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      open()
    }
    document.addEventListener("keydown", listen)
    return () => {
      document.removeEventListener("keydown", listen)
      early.current?.stop()
    }
  }, [open])

  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={() => void load().catch(() => {})}
        onClick={open}
      >
        Commands
        <Kbd>Ctrl K</Kbd>
      </button>
      {opening && (
        <PaletteDialog
          key={opening}
          pages={pages}
          takeEarly={takeEarly}
          onClose={() => setOpening((now) => (now === opening ? null : now))}
        />
      )}
    </>
  )
}
