import { FieldError } from "@/components/ui/field"
import type { MessageDesk } from "@/lib/mail/messages/get-message-desk"
import { fillPlaceholders, namesLink, unknownPlaceholders } from "@/lib/mail/messages/placeholders"

type MessagePreviewProps = { desk: MessageDesk; message: { subject: string; text: string } }

/** The message as the applicant will read it. The private link is made when it leaves. */
export function MessagePreview({ desk: { values, hasLink, linkExample: link }, message: { subject, text } }: MessagePreviewProps) {
  const unknown = unknownPlaceholders(`${subject} ${text}`)
  return (
    <section aria-label="Preview" className="message-preview">
      <p className="text-12 font-medium text-ink-3">Preview</p>
      <p className="font-semi wrap-anywhere">{fillPlaceholders(subject, values, link)}</p>
      <p className="wrap-anywhere whitespace-pre-line text-ink-2">{fillPlaceholders(text, values, link)}</p>
      {unknown.length > 0 && (
        <FieldError id="preview-unknown" message={`${unknown.join(", ")} is no placeholder and is sent as it stands.`} />
      )}
      {namesLink(text) && !hasLink && (
        <FieldError id="preview-link" message="There is no request behind this record, and so no private link." />
      )}
    </section>
  )
}
