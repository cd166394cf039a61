import { useState } from "react"
import type { SaveOutcome } from "@/components/shell/list/cell-edit"
import { shownValue } from "@/lib/commerce/side-by-side/differences"
import type { ComparedMember } from "@/lib/commerce/side-by-side/member-values"
import type { ComparisonField } from "@/lib/commerce/side-by-side/queries"
import type { FieldText } from "@/lib/platform/editable"
import { editCustomer } from "@/lib/sync/actions"

type Overlay = { version: number; values: Record<string, FieldText> }

/** The members with what was saved here since the page came, until the page says it itself. */
export function useMemberEdits(members: readonly ComparedMember[]) {
  const [saved, setSaved] = useState<ReadonlyMap<string, Overlay>>(new Map())
  const shown = members.map((member) => {
    const overlay = saved.get(member.customerId)
    if (!overlay || overlay.version <= member.version) return member
    return { ...member, version: overlay.version, values: { ...member.values, ...overlay.values } }
  })

  const save = async (member: ComparedMember, field: ComparisonField, to: string, isForced = false): Promise<SaveOutcome> => {
    const from = member.values[field.key] ?? null
    const edit = { id: member.customerId, version: member.version, changes: { [field.key]: to || null }, base: { [field.key]: from } }
    const result = await editCustomer(edit).catch(() => null)
    if (!result) return { is: "refused", why: "The server could not be reached. Look whether it was saved." }
    if (!result.ok) return { is: "refused", why: result.error.message }
    const { version, saved: values, conflicts } = result.data
    const [clash] = conflicts
    if (clash && isForced) return save({ ...member, version, values: { ...member.values, [field.key]: clash.theirs } }, field, to)
    setSaved((before) => {
      const kept = before.get(member.customerId)?.values
      const theirs = clash ? { [field.key]: clash.theirs } : {}
      return new Map(before).set(member.customerId, { version, values: { ...kept, ...values, ...theirs } })
    })
    if (!clash) return { is: "saved" }
    const words = shownValue(field, clash.theirs) || "nothing"
    return { is: "clash", sentence: `${clash.who ?? "Somebody"} changed the ${field.label.toLowerCase()} to ${words} a moment ago.` }
  }
  return { shown, save }
}
