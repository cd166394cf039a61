"use client"
import { CommandDialog } from "@/components/shell/command-dialog"
import { ZoneFields } from "@/components/shell/zone-fields"
import type { ActionResult } from "@/lib/identity/action"
import { zoneText } from "@/lib/platform/zone"

export type ZoneDialogProps = {
  /** The zone that was chosen, null for the house's, and the one in which times are told now. */
  own: string | null
  zone: string
  change: (form: FormData) => Promise<ActionResult<unknown>>
  onClose: () => void
}

/** **Change time zone**: from then on every time is told, and taken, in another zone. */
export function ZoneDialog({ own, zone, change, onClose }: ZoneDialogProps) {
  return (
    <CommandDialog
      title="Change time zone"
      busyWord="Changing"
      sentence={
        <>
          Times are shown to you, and taken from you, in <b>{zoneText(zone, Date.now())}</b>. Nobody else sees a difference.
        </>
      }
      action={async (form) => {
        const result = await change(form)
        // What a page holds in many places is told anew as a whole.
        if (result.ok) window.location.reload()
        return result
      }}
      hidden={{}}
      onClose={onClose}
    >
      {(errors) => <ZoneFields own={own} errors={errors} />}
    </CommandDialog>
  )
}
