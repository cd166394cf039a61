"use client"
import { usePathname, useRouter } from "next/navigation"
import { useCallback } from "react"
import { useToast } from "@/components/ui/toast"
import { undoDecision } from "@/lib/sync/actions"

/** Takes a decision back and says how that went. From an opportunity that is no more it leads back to the lead. */
export function useUndo() {
  const { showToast } = useToast()
  const router = useRouter()
  const path = usePathname()
  return useCallback(
    async (decisionId: string) => {
      const result = await undoDecision({ decisionId }).catch(() => null)
      if (!result) return void showToast({ title: "Not undone", text: "The server could not be reached. Try again." })
      if (!result.ok) return void showToast({ title: "Not undone", text: result.error.message })
      showToast({ title: "Undone", text: "Everything is as it was before, and the mail stays here." })
      const { kind, leadId } = result.data
      if (kind === "qualify" && leadId && !path.startsWith("/sales/leads")) router.replace(`/sales/leads/${leadId}`)
    },
    [showToast, router, path],
  )
}
