"use client"
import { X } from "lucide-react"
import { useRouter } from "next/navigation"
import { Button } from "@/components/ui/button"
import { addToHere } from "./add-to-here"

/** Closes the preview beside the list. */
export function PeekClose() {
  const router = useRouter()
  return (
    <Button
      size="s"
      tone="ghost"
      iconOnly
      icon={<X aria-hidden="true" />}
      onClick={() => router.replace(addToHere("?peek="), { scroll: false })}
    >
      Close preview
    </Button>
  )
}
