"use client"
import { usePathname, useSearchParams } from "next/navigation"
import { useRef } from "react"
import { SearchBox } from "@/components/ui/search-box"

const ACTION = "/search"

/** The search of the top bar; a panel on a phone, opened by the header's button. */
export function TopSearch() {
  const panel = useRef<HTMLDivElement>(null)
  const here = usePathname() === ACTION
  const q = useSearchParams().get("q") ?? ""
  return (
    <div
      ref={panel}
      id="top-search"
      popover="auto"
      className="office-search"
      onToggle={(event) => {
        if (event.newState === "open") panel.current?.querySelector<HTMLElement>("input[name=q]")?.focus()
      }}
      onSubmit={() => panel.current?.matches(":popover-open") && panel.current.hidePopover()}
    >
      <SearchBox action={ACTION} label="Search" placeholder="Search companies, people, numbers" q={here ? q : ""} slash />
    </div>
  )
}
