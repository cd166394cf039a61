"use client"
import { useTransition } from "react"
import { useToast } from "@/components/ui/toast"
import { assignLeadByRules } from "@/lib/sales/actions"
import type { LeadWorkView } from "./lead-work"

/** **Route by rules** of one lead, and what it tells: who got it by which rule, or why nobody did. */
export function useAssignByRules({ id, companyName }: Pick<LeadWorkView, "id" | "companyName">) {
  const { showToast } = useToast()
  const [assigning, start] = useTransition()
  const assignByRules = () =>
    start(async () => {
      const result = await assignLeadByRules({ leadId: id }).catch(() => null)
      if (!result?.ok) {
        const text = result?.error.message ?? "The server could not be reached. Look whether it was done."
        showToast({ tone: "bad", title: "Not assigned", text })
        return
      }
      const { ownerName, isKept, why } = result.data
      if (ownerName === null) showToast({ tone: "bad", title: "Nobody is available", text: why })
      else showToast({ title: isKept ? `It stays with ${ownerName}` : `${companyName} is now ${ownerName}'s`, text: why })
    })
  return { assignByRules, assigning }
}
