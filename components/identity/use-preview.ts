"use client"
import { useRouter } from "next/navigation"
import { useTransition } from "react"
import { useToast } from "@/components/ui/toast"
import { previewRole } from "@/lib/identity/actions"
import type { StaffRole } from "@/lib/identity/permissions"

/** Starts the preview of a role, or with null ends it, and goes on at the first page of whoever one is then. */
export function usePreview() {
  const router = useRouter()
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const preview = (role: StaffRole | null, href: string) =>
    start(async () => {
      const result = await previewRole({ role }).catch(() => null)
      if (result?.ok) router.push(href)
      else showToast({ tone: "bad", title: "Not done", text: result?.error.message ?? "The server could not be reached. Try again." })
    })
  return { preview, busy }
}
