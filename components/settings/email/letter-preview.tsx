"use client"
import { useTransition } from "react"
import { Section } from "@/components/ui/section"
import { useToast } from "@/components/ui/toast"
import type { LetterValues } from "@/lib/mail/marks/fill"
import type { PreviewRecord as Shown } from "@/lib/mail/studio/preview-values"
import { LetterFrame } from "./letter-frame"
import { PreviewRecord } from "./preview-record"
import type { Words } from "./use-letter-draft"

export type PreviewGiven = {
  record: Shown
  values: LetterValues
  sender: { name: string; address: string; replyTo: string | null }
}

type LetterPreviewProps = {
  words: Words
  language: string
  preview: PreviewGiven | null
  profileId: string
  onPreview: (preview: PreviewGiven) => void
}

/** **Preview**: the letter as it is being written, on a real request. */
export function LetterPreview({ words, language, preview, profileId, onPreview }: LetterPreviewProps) {
  const { showToast } = useToast()
  const [busy, start] = useTransition()
  const choose = ({ id }: Shown) =>
    start(async () => {
      const answer = await fetch(`/settings/email/preview?prospect=${id}&language=${language}&profile=${profileId}`).catch(() => null)
      if (answer?.ok) onPreview(await answer.json())
      else showToast({ tone: "bad", title: "Not shown", text: "This request could not be read. Choose another, or try again." })
    })
  return (
    <Section title="Preview">
      <div className="grid gap-4" aria-busy={busy || undefined}>
        <PreviewRecord record={preview?.record ?? null} onChoose={choose} />
        {preview && <LetterFrame letter={{ ...words, language, values: preview.values }} sender={preview.sender} />}
      </div>
    </Section>
  )
}
