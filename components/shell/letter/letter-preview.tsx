"use client"
import type { LetterPreview as Written } from "@/lib/mail/preview-letter"
import { LetterShown } from "./letter-shown"
import { useWritten } from "./use-written"

type LetterPreviewProps = {
  /** Which address of the office writes it, of what. */
  path: string
  asked: object
  leaves: string
}

/** One email before it leaves, written anew as somebody types. */
export function LetterPreview({ path, asked, leaves }: LetterPreviewProps) {
  const { written, problem, retry } = useWritten<Written>(path, asked)
  return <LetterShown {...{ written, problem, leaves }} onRetry={retry} />
}
