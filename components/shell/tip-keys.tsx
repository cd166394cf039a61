"use client"
import { useEffect } from "react"

/** Escape hides the tip in sight; the next move of the pointer or the focus lets tips show again. */
export function TipKeys() {
  useEffect(() => {
    const root = document.documentElement
    const hide = (event: KeyboardEvent) => {
      if (event.key === "Escape") root.dataset.tips = "off"
    }
    const show = () => {
      delete root.dataset.tips
    }
    document.addEventListener("keydown", hide)
    document.addEventListener("pointerover", show)
    document.addEventListener("focusin", show)
    return () => {
      document.removeEventListener("keydown", hide)
      document.removeEventListener("pointerover", show)
      document.removeEventListener("focusin", show)
    }
  }, [])
  return null
}
