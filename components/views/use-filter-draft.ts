"use client"
import { useEffect, useRef, useState } from "react"
import type { Fields } from "@/lib/platform/fields"
import type { Filter } from "@/lib/platform/filter"
import { changePart, conditionsIn, type Draft, draftOf, filterOf, isGroup, mostConditions } from "./filter-draft"
import type { FilterWork } from "./filter-group"

type FilterDraft = { filter: Filter | null; fields: Fields; people: Readonly<Record<string, string>>; hasNoReader?: boolean }

/** A filter in the builder's hands: the group to show, what it can do, what to read out, and `finish`, which gives undefined while something is missing. */
export function useFilterDraft({ filter, fields, people, hasNoReader }: FilterDraft) {
  const [root, setRoot] = useState(() => draftOf(filter))
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
  const finish = (): Filter | null | undefined => {
    const { filter: finished, unfinished } = filterOf(root, fields)
    if (unfinished.length === 0) return finished
    setWrong(unfinished)
    setNews(unfinished.length === 1 ? "One condition is not complete" : `${unfinished.length} conditions are not complete`)
    focusNext.current = `field-${unfinished[0]}`
    return undefined
  }
  const full = conditionsIn(root) < mostConditions ? null : `A filter has at most ${mostConditions} conditions.`
  const work: FilterWork = { fields, people, hasNoReader, wrong, full, change, add, remove }
  return { root, work, news, finish, soFar: filterOf(root, fields).filter }
}
