import { Paperclip } from "lucide-react"
import type { TimelineFile } from "@/lib/sales/timeline-entry"
import { fileSize } from "./file-size"

/** The files of a note, each saved by its link. */
export function Files({ files }: { files: readonly TimelineFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="files" aria-label="Files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <Paperclip aria-hidden="true" />
          <a href={`/api/attachments/${id}`} download={name} className="link min-w-0 truncate">
            {name}
          </a>
          <span className="flex-none text-12 text-ink-3">{fileSize(size)}</span>
        </li>
      ))}
    </ul>
  )
}
