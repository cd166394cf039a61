"use client"
import { Check, ChevronDown } from "lucide-react"
import { Menu } from "@/components/ui/menu"
import { MenuLine, MenuLink, MenuTitle } from "@/components/ui/menu-items"
import { ViewItems, type ViewItemsProps } from "./view-items"

export type ViewChoice = { href: string; isOpen: boolean; name: string; count: string | undefined }

type ViewMenuProps = {
  title: string
  standard: readonly ViewChoice[]
  mine: readonly ViewChoice[]
  shared: readonly ViewChoice[]
  items: ViewItemsProps
}

/** The menu of views behind the name of the open one. */
export function ViewMenu({ title, standard, mine, shared, items }: ViewMenuProps) {
  const trigger = (
    <>
      <span className="min-w-0 wrap-anywhere">{title}</span>
      <ChevronDown size={16} className="flex-none text-ink-3" aria-hidden="true" />
    </>
  )
  return (
    <Menu
      trigger={trigger}
      triggerClassName="-ml-2 inline-flex min-h-9 items-center gap-1.5 rounded-2 px-2 text-left hover:bg-sheet-hover max-m:min-h-11"
    >
      <Choices title="Standard" choices={standard} />
      <Choices title="Mine" choices={mine} />
      <Choices title="Shared" choices={shared} />
      <MenuLine />
      <ViewItems {...items} />
    </Menu>
  )
}

function Choices({ title, choices }: { title: string; choices: readonly ViewChoice[] }) {
  if (choices.length === 0) return null
  return (
    <>
      <MenuTitle>{title}</MenuTitle>
      {choices.map(({ href, isOpen, name, count }) => (
        <MenuLink
          key={href}
          href={href}
          current={isOpen}
          icon={isOpen ? <Check aria-hidden="true" /> : <span className="size-4 flex-none" />}
          count={count}
        >
          {name}
        </MenuLink>
      ))}
    </>
  )
}
