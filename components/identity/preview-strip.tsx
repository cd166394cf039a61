"use client"
import { Eye } from "lucide-react"
import { Button } from "@/components/ui/button"
import { Strip } from "@/components/ui/strip"
import { homePath } from "@/lib/identity/next-path"
import { roleName, type StaffRole } from "@/lib/identity/permissions"
import { usePreview } from "./use-preview"

/** Across the top while a role is previewed: whose eyes these are, and the way back to one's own. */
export function PreviewStrip({ role, own }: { role: StaffRole; own: StaffRole }) {
  const { preview, busy } = usePreview()
  return (
    <section aria-label="Preview">
      <Strip
        tone="info"
        icon={<Eye aria-hidden="true" />}
        className="preview-strip"
        action={
          <Button size="s" busy={busy} onClick={() => preview(null, homePath(own))}>
            Stop preview
          </Button>
        }
      >
        <b>Previewing as {roleName(role)}.</b>{" "}
        <span className="max-m:hidden">You see what this role sees, as far as your own reaches, and change nothing.</span>
      </Strip>
    </section>
  )
}
