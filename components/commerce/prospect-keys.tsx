"use client"
import { useRouter } from "next/navigation"
import { type ReactNode, useMemo } from "react"
import { GridKeys } from "@/components/ui/grid-keys"
import type { SelectedRow } from "@/components/ui/grid-selection"

/** The keys of All prospects: A and R open the record with the dialog of Approve or Reject, for those who may. */
export function ProspectKeys({ mayDecide, children }: { mayDecide: boolean; children: ReactNode }) {
  const router = useRouter()
  const commands = useMemo(() => {
    const open = (deed: string) => (rows: readonly SelectedRow[]) => {
      const href = rows[0]?.href
      if (href) router.push(`${href}${href.includes("?") ? "&" : "?"}do=${deed}`)
    }
    return [
      { key: "a", word: "approve", run: open("approve") },
      { key: "r", word: "reject", run: open("reject") },
    ]
  }, [router])
  return <GridKeys commands={mayDecide ? commands : undefined}>{children}</GridKeys>
}
