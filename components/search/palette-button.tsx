"use client"
import dynamic from "next/dynamic"
import { useEffect, useState } from "react"
import { Kbd } from "@/components/ui/kbd"
import type { Place } from "@/lib/search/places"

const PaletteDialog = dynamic(() => import("./palette-dialog").then((part) => part.PaletteDialog), { ssr: false })

/** **Commands**, by its button and by Ctrl K or ⌘ K; loaded when it is first opened. */
export function PaletteButton({ pages }: { pages: readonly Place[] }) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      if (!document.querySelector("[role=dialog]")) setOpen(true)
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        Commands
        <Kbd>Ctrl K</Kbd>
      </button>
      {isOpen && <PaletteDialog pages={pages} onClose={() => setOpen(false)} />}
    </>
  )
}
