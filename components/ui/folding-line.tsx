"use client"
import { ChevronDown } from "lucide-react"
import { type ReactNode, useLayoutEffect, useRef, useState } from "react"
import { buttonClass } from "@/components/ui/button-face"
import { cn } from "@/components/ui/cn"
import { Menu } from "@/components/ui/menu"
import { howManyFit } from "./how-many-fit"

export type FoldingItem = {
  key: string
  /** As it stands in the line. */
  inLine: ReactNode
  /** The same in the menu: MenuButton, or several. */
  inMenu: ReactNode
}

/** Must agree with the gap of `.folding-line`. */
const gap = 6

/**
 * Commands on one line. Where it is too short they go without their icons, and those that still find no room stand in **More** at its end.
 * What is folded keeps its width in the line, unseen and out of reach, so that the line always asks for the room that all of it would take.
 */
export function FoldingLine({ items, className }: { items: readonly FoldingItem[]; className?: string }) {
  const line = useRef<HTMLSpanElement>(null)
  const [fitting, setFitting] = useState(items.length)
  const keys = items.map(({ key }) => key).join(" ")
  // biome-ignore lint/correctness/useExhaustiveDependencies: other commands are measured anew
  useLayoutEffect(() => {
    const place = line.current
    if (!place) return
    const parts = [...place.children]
    const countFitting = () => {
      const widths = parts.map((part) => part.getBoundingClientRect().width)
      return howManyFit(widths.slice(0, -1), widths.at(-1) ?? 0, gap, place.clientWidth)
    }
    const measure = () => {
      place.removeAttribute("data-compact")
      const all = parts.length - 1
      const isWhole = countFitting() === all
      if (!isWhole) place.setAttribute("data-compact", "")
      setFitting(isWhole ? all : countFitting())
    }
    let frame = 0
    // In a frame of its own, since leaving the icons out changes what is watched.
    const watch = new ResizeObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(measure)
    })
    for (const part of [place, ...parts]) watch.observe(part)
    measure()
    return () => {
      watch.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [keys])
  const folded = items.slice(fitting)
  return (
    <span ref={line} className={cn("folding-line", className)}>
      {items.map(({ key, inLine }, place) => (
        <span key={key} data-command={key} data-folded={place >= fitting || undefined}>
          {inLine}
        </span>
      ))}
      <span data-more data-folded={folded.length === 0 || undefined}>
        <Menu
          trigger={
            <>
              More
              <ChevronDown size={16} aria-hidden="true" />
            </>
          }
          triggerClassName={buttonClass({ size: "s" })}
          end
        >
          {folded.map(({ key, inMenu }) => (
            <span key={key} data-command={key} className="contents">
              {inMenu}
            </span>
          ))}
        </Menu>
      </span>
    </span>
  )
}
