import { roleName } from "@/lib/identity/permissions"
import { savedHref, systemHref } from "@/lib/platform/list-href"
import type { WorkShape } from "@/lib/platform/list-query"
import type { OpenList, ViewLink } from "@/lib/views/open-list"
import { type ViewChoice, ViewMenu } from "./view-menu"

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
  const standard = Object.entries(shape.views).map(([view, name]) => ({
    href: systemHref(shape, view, query.isNamed),
    isOpen: !query.saved && view === query.view,
    name,
    count: counts[view]?.toLocaleString("en"),
  }))
  const saved = ({ id, name, role }: ViewLink): ViewChoice => ({
    href: savedHref(shape, id),
    isOpen: id === shelf.open?.id,
    name,
    count: role ? `${roleName(role)} default` : undefined,
  })
  const { open, refusalToChange, refusalToShare } = shelf
  return (
    <ViewMenu
      title={title}
      standard={standard}
      mine={shelf.views.filter(({ scope }) => scope === "personal").map(saved)}
      shared={shelf.views.filter(({ scope }) => scope !== "personal").map(saved)}
      items={{ list: shape.key, path: shape.path, definition, open, refusalToChange, refusalToShare }}
    />
  )
}
