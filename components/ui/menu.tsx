"use client"
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef } from "react"
import { cn } from "@/components/ui/cn"

type MenuProps = {
  /** What the trigger shows. */
  trigger: ReactNode
  /** The trigger's accessible name, when what it shows is no name. */
  label?: string
  triggerClassName?: string
  /** Opens toward the left from the trigger's end. */
  end?: boolean
  /** MenuTitle, MenuLink, MenuButton, MenuLine, or a form with a MenuButton. */
  children: ReactNode
}

/**
 * A button that discloses a list of links and buttons, by the browser's own popover: light dismiss, Escape and
 * the top layer work without JavaScript. Arrow keys move; choosing closes. Not Base UI's Menu, which costs
 * 60 kB compressed on every page that has one.
 */
export function Menu({ trigger, label, triggerClassName, end, children }: MenuProps) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  const close = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("a, button")) list.current?.hidePopover()
  }
  const move = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return
    event.preventDefault()
    list.current?.showPopover()
    const items = [...(list.current?.querySelectorAll<HTMLElement>(".menu-item") ?? [])]
    const focused = document.activeElement
    const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1
    const step = event.key === "ArrowDown" ? 1 : -1
    items.at(at < 0 && step < 0 ? -1 : (at + step) % items.length)?.focus()
  }

  return (
    <>
      <button type="button" popoverTarget={id} aria-label={label} className={triggerClassName} onKeyDown={move}>
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only hears what its links and buttons let through */}
      <div ref={list} id={id} popover="auto" className={cn("menu", end && "menu-end")} onClick={close} onKeyDown={move}>
        {children}
      </div>
    </>
  )
}
