"use client"
import { useRouter } from "next/navigation"
import type { ToastNews } from "@/components/ui/toast"
import { recordHref } from "@/lib/platform/record-href"

/** Opens the record that was just made, and makes the news of it. */
export function useMade(kind: "lead" | "opportunity" | "account" | "contact") {
  const router = useRouter()
  return ({ id }: { id: string }): ToastNews => {
    router.push(recordHref(kind, id) ?? "/sales")
    return { title: `New ${kind}`, text: "It is yours; the page shows it." }
  }
}
