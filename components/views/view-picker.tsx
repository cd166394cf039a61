import { Check, ChevronDown } from "lucide-react"
import { Menu } from "@/components/ui/menu"
import { MenuLine, MenuLink, MenuTitle } from "@/components/ui/menu-items"
import { roleName } from "@/lib/identity/permissions"
import { savedHref, systemHref, type WorkShape } from "@/lib/platform/list-query"
import type { OpenList, ViewLink } from "@/lib/views/open-list"
import { ViewItems } from "./view-items"

type ViewPickerProps = {
  shape: WorkShape
  list: OpenList
  /** What the view asks for now, as text for a form. */
  definition: string
  /** How many records the standard views hold, by name, where it is known. */
  counts?: Readonly<Record<string, number>>
}

/** The name of the view, which opens the others: standard ones, one's own, and those that are shared. */
export function ViewPicker({ shape, list: { query, title, shelf }, definition, counts = {} }: ViewPickerProps) {
  const mine = shelf.views.filter(({ scope }) => scope === "personal")
  const shared = shelf.views.filter(({ scope }) => scope !== "personal")
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
      <MenuTitle>Standard</MenuTitle>
      {Object.entries(shape.views).map(([view, name]) => (
        <Choice
          key={view}
          href={systemHref(shape, view, query.isNamed)}
          isOpen={!query.saved && view === query.view}
          name={name}
          count={counts[view]?.toLocaleString("en")}
        />
      ))}
      <Saved title="Mine" views={mine} shape={shape} openId={shelf.open?.id} />
      <Saved title="Shared" views={shared} shape={shape} openId={shelf.open?.id} />
      <MenuLine />
      <ViewItems list={shape.key} path={shape.path} definition={definition} shelf={shelf} />
    </Menu>
  )
}

type SavedProps = { title: string; views: readonly ViewLink[]; shape: WorkShape; openId: string | undefined }

function Saved({ title, views, shape, openId }: SavedProps) {
  if (views.length === 0) return null
  return (
    <>
      <MenuTitle>{title}</MenuTitle>
      {views.map(({ id, name, role }) => (
        <Choice
          key={id}
          href={savedHref(shape, id)}
          isOpen={id === openId}
          name={name}
          count={role ? `${roleName(role)} default` : undefined}
        />
      ))}
    </>
  )
}

function Choice({ href, isOpen, name, count }: { href: string; isOpen: boolean; name: string; count?: number | string }) {
  const icon = isOpen ? <Check aria-hidden="true" /> : <span className="size-4 flex-none" />
  return (
    <MenuLink href={href} current={isOpen} icon={icon} count={count}>
      {name}
    </MenuLink>
  )
}
