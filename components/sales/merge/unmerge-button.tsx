"use client"
import { Split } from "lucide-react"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"
import { useUnmerge } from "./use-unmerge"

/** **Unmerge**; where that is not possible, it says why and who can. */
export function UnmergeButton({ mergeId, reason }: { mergeId: string; reason: string | null }) {
  const unmerge = useUnmerge()
  const [busy, start] = useTransition()
  return (
    <Button
      icon={<Split aria-hidden="true" />}
      reason={reason}
      busy={busy}
      busyLabel="Unmerging"
      onClick={() => start(() => unmerge(mergeId))}
    >
      Unmerge
    </Button>
  )
}
