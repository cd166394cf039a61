"use client"
import { useRouter } from "next/navigation"
import { useCallback } from "react"
import { useToast } from "@/components/ui/toast"
import { recordHref } from "@/lib/platform/record-href"
import { unmergeRecords } from "@/lib/sync/actions"

/** Takes a merge apart, says what could not go back, and leads to the record that stands again. */
export function useUnmerge() {
  const { showToast, closeUndo } = useToast()
  const router = useRouter()
  return useCallback(
    async (mergeId: string) => {
      const result = await unmergeRecords({ mergeId }).catch(() => null)
      if (!result?.ok) {
        const text = result?.error.message ?? "The server could not be reached. Try again."
        showToast({ tone: "bad", title: "Not unmerged", text })
        return router.refresh()
      }
      closeUndo(mergeId)
      const { kind, id, kept, told } = result.data
      const stand = kept.length === 0 ? ["Both stand as they did before."] : ["Both stand again.", ...kept]
      showToast({
        title: "Unmerged",
        text: [...stand, ...(told ? [told] : [])].join(" "),
        seconds: kept.length === 0 ? 8 : 0,
      })
      router.push(recordHref(kind, id) ?? "/sales/leads")
      router.refresh()
    },
    [showToast, closeUndo, router],
  )
}
