"use client"
import { ListFilter } from "lucide-react"
import { useRouter } from "next/navigation"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { Dialog } from "@/components/ui/dialog"
import { SubmitButton } from "@/components/ui/submit-button"
import { type ListQuery, listHref, type WorkListKey } from "@/lib/platform/list-query"
import { workShapes } from "@/lib/views/work-shapes"
import { changePart, conditionsIn, type Draft, draftOf, filterOf, isGroup, mostConditions } from "./filter-draft"
import { FilterGroup } from "./filter-group"

type FilterDialogProps = { list: WorkListKey; query: ListQuery; people: Readonly<Record<string, string>>; onClose: () => void }

/** Builds the filter of a view over all its fields; what it asks for goes into the URL. */
export function FilterDialog({ list, query, people, onClose }: FilterDialogProps) {
  const shape = workShapes[list]
  const router = useRouter()
  const [root, setRoot] = useState(() => draftOf(query.where))
  const [wrong, setWrong] = useState<readonly number[]>([])
  const [news, setNews] = useState("")
  const focusNext = useRef<string | null>(null)

  useEffect(() => {
    if (focusNext.current) document.getElementById(focusNext.current)?.focus()
    focusNext.current = null
  })

  const change = (id: number, how: (part: Draft) => Draft | null) => {
    setRoot((before) => changePart(before, id, how))
    setWrong((before) => before.filter((one) => one !== id))
  }
  const add = (groupId: number, part: Draft) => {
    const [first = part] = isGroup(part) ? part.parts : [part]
    focusNext.current = `field-${first.id}`
    change(groupId, (group) => (isGroup(group) ? { ...group, parts: [...group.parts, part] } : group))
    setNews(isGroup(part) ? "Group added" : "Condition added")
  }
  const remove = (part: Draft, groupId: number) => {
    const next = changePart(root, part.id, () => null)
    const stands = (one: Draft): boolean => one.id === groupId || (isGroup(one) && one.parts.some(stands))
    focusNext.current = `add-${stands(next) ? groupId : next.id}`
    setRoot(next)
    setNews(isGroup(part) ? "Group removed" : "Condition removed")
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const { filter, unfinished } = filterOf(root, shape.fields)
    if (unfinished.length > 0) {
      setWrong(unfinished)
      setNews(unfinished.length === 1 ? "One condition is not complete" : `${unfinished.length} conditions are not complete`)
      focusNext.current = `field-${unfinished[0]}`
      return
    }
    onClose()
    router.push(listHref(shape, query, { where: filter }), { scroll: false })
  }
  const full = conditionsIn(root) < mostConditions ? null : `A filter has at most ${mostConditions} conditions.`
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Filter"
      sentence="Shows the records for which this holds. Save the view to keep it."
      width="l"
      form={{ onSubmit: apply, noValidate: true }}
      footer={<SubmitButton icon={<ListFilter aria-hidden="true" />}>Filter</SubmitButton>}
    >
      <FilterGroup group={root} depth={0} parentId={null} work={{ fields: shape.fields, people, wrong, full, change, add, remove }} />
      <p role="status" className="sr-only">
        {news}
      </p>
    </Dialog>
  )
}
