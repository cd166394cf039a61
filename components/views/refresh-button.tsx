"use client"
import { RefreshCw } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTransition } from "react"
import { Button } from "@/components/ui/button"

/** Reads the list again. */
export function RefreshButton() {
  const router = useRouter()
  const [busy, start] = useTransition()
  return (
    <Button
      size="s"
      tone="ghost"
      className="max-l:hidden"
      icon={<RefreshCw aria-hidden="true" />}
      busy={busy}
      onClick={() => start(() => router.refresh())}
    >
      Refresh
    </Button>
  )
}
