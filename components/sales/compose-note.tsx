"use client"
import { useState } from "react"
import { WriteForm } from "@/components/shell/write-form"
import { addNote } from "@/lib/sales/actions"
import type { TimelineFile } from "@/lib/sales/timeline-entry"
import { AttachmentPicker } from "./attachment-picker"
import type { ComposerProps } from "./composer"

/** A note, with files. */
export function ComposeNote({ about, id, fileLimits }: ComposerProps) {
  const [files, setFiles] = useState<readonly TimelineFile[]>([])
  const [isAttaching, setAttaching] = useState(false)
  return (
    <WriteForm
      action={addNote}
      hidden={{ about, id }}
      label="Note"
      placeholder="Write a note. @ mentions a colleague."
      word="Add note"
      busyWord="Saving"
      reason={isAttaching ? "The files are still on their way." : null}
      isBegun={files.length > 0}
      onSent={() => setFiles([])}
    >
      <AttachmentPicker limits={fileLimits} files={files} onFiles={setFiles} busy={isAttaching} onBusy={setAttaching} />
    </WriteForm>
  )
}
