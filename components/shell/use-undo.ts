"use client"
import { useRouter } from "next/navigation"
import { useCallback } from "react"
import { useToast } from "@/components/ui/toast"
import { undoDecision } from "@/lib/sync/actions"

/** Takes a decision back and says how that went. From an opportunity that is no more it leads back to the lead. */
export function useUndo() {
  const { showToast, closeUndo } = useToast()
  const router = useRouter()
  return useCallback(
    async (decisionId: string) => {
      const result = await undoDecision({ decisionId }).catch(() => null)
      if (!result) return void showToast({ tone: "bad", title: "Not undone", text: "The server could not be reached. Try again." })
      closeUndo(decisionId)
      if (!result.ok) {
        showToast({ tone: "bad", title: "Not undone", text: result.error.message })
        // Somebody was faster, or the window is over: the page shows what is true by now.
        return router.refresh()
      }
      showToast({ title: "Undone", text: "Everything is as it was before, and no mail leaves." })
      const { kind, leadId } = result.data
      // A toast outlives the page that it was shown on, so only the window knows where the person is now.
      const isWithLeads = window.location.pathname.startsWith("/sales/leads")
      if (kind === "qualify" && leadId && !isWithLeads) router.replace(`/sales/leads/${leadId}`)
    },
    [showToast, closeUndo, router],
  )
}
