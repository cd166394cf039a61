"use client"
import { Paperclip, X } from "lucide-react"
import { type ChangeEvent, useId, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { FieldError } from "@/components/ui/field"
import { discardAttachment } from "@/lib/sales/actions"
import { type AttachmentLimits, refusalToAttach } from "@/lib/sales/activities/rules"
import type { TimelineFile } from "@/lib/sales/timeline-entry"
import { fileSize } from "./file-size"

type AttachmentPickerProps = {
  limits: AttachmentLimits
  files: readonly TimelineFile[]
  onFiles: (change: (before: readonly TimelineFile[]) => readonly TimelineFile[]) => void
  busy: boolean
  onBusy: (busy: boolean) => void
}

type Answer = TimelineFile | { error: { message: string } }

const unreachable = "The server could not be reached, so this file was not attached. Try again."

async function upload(file: File): Promise<TimelineFile | string> {
  const answer = await fetch(`/api/uploads/attachment?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file }).catch(
    () => null,
  )
  const told = answer && ((await answer.json().catch(() => null)) as Answer | null)
  if (!told) return unreachable
  return "error" in told ? told.error.message : told
}

/** Files for a note, uploaded one by one as they are chosen; a file that is refused says why, and the others stay. */
export function AttachmentPicker({ limits, files, onFiles, busy, onBusy }: AttachmentPickerProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly string[]>([])

  const attach = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ""
    setProblems([])
    onBusy(true)
    let waiting = files.length
    for (const file of chosen) {
      const refusal = refusalToAttach({ size: file.size, waiting }, limits)
      const kept = refusal ? refusal.message : await upload(file)
      if (typeof kept === "string") setProblems((before) => [...before, `${file.name}: ${kept}`])
      else {
        waiting += 1
        onFiles((before) => [...before, kept])
      }
    }
    onBusy(false)
  }
  const remove = (file: TimelineFile) => {
    onFiles((before) => before.filter((one) => one.id !== file.id))
    void discardAttachment({ attachmentId: file.id }).catch(() => null)
  }
  return (
    <div className="min-w-0">
      <input type="hidden" name="attachments" value={files.map((file) => file.id).join(",")} />
      <input ref={input} id={id} type="file" multiple hidden onChange={attach} aria-label="Files" />
      {files.length > 0 && (
        <ul className="files mb-2" aria-label="Files of this note">
          {files.map((file) => (
            <li key={file.id}>
              <Paperclip aria-hidden="true" />
              <span className="min-w-0 truncate">{file.name}</span>
              <span className="flex-none text-12 text-ink-3">{fileSize(file.size)}</span>
              <Button size="s" tone="ghost" iconOnly icon={<X aria-hidden="true" />} onClick={() => remove(file)}>
                {`Remove ${file.name}`}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div role="alert" className="grid gap-1 empty:hidden">
        {problems.map((problem, place) => (
          <FieldError key={problem} id={`${id}-${place}`} message={problem} />
        ))}
      </div>
      <Button
        size="s"
        tone="ghost"
        icon={<Paperclip aria-hidden="true" />}
        busy={busy}
        busyLabel="Attaching"
        onClick={() => input.current?.click()}
      >
        Attach files
      </Button>
      <span role="status" className="sr-only">
        {files.length > 0 && `${files.length} ${files.length === 1 ? "file" : "files"} attached`}
      </span>
    </div>
  )
}
