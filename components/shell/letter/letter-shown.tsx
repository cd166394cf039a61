"use client"
import { Mail } from "lucide-react"
import type { ReactNode } from "react"
import { Button } from "@/components/ui/button"
import { type Fact, Facts } from "@/components/ui/facts"
import type { LetterPreview } from "@/lib/mail/preview-letter"
import { languageName } from "@/lib/platform/language-name"

type LetterShownProps = {
  written: LetterPreview | null
  problem: string | null
  onRetry: () => void
  /** When it leaves, if nothing keeps it. */
  leaves: string
  /** What stands above it, such as the choice of which letter. */
  children?: ReactNode
}

const languageIn = ({ reads, language }: LetterPreview) =>
  reads === language ? languageName(language) : `${languageName(language)}; the applicant reads ${languageName(reads)}`

const otherwise = {
  held: "When somebody sends it by hand, as this letter's settings say",
  silent: "Not at all: this letter is switched off",
}

/** The page's own leave for styles, without which the policy would strip the letter of its dark look. */
const styled = (html: string) =>
  html.replaceAll("<style>", `<style nonce="${document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""}">`)

/** An email as it will arrive: to whom, when, and the letter itself in a frame that can do nothing. */
export function LetterShown({ written, problem, onRetry, leaves, children }: LetterShownProps) {
  return (
    <section aria-label="Email to the applicant" className="grid min-w-0 content-start gap-3 rounded-3 border border-line bg-sunken p-4">
      <h3 className="flex items-center gap-2 font-medium">
        <Mail size={15} className="flex-none text-ink-3" aria-hidden="true" />
        Email to the applicant
      </h3>
      {children}
      {written && <Facts items={factsOf(written, leaves)} />}
      <div role="alert" className="empty:hidden">
        {problem && (
          <span className="flex flex-wrap items-center gap-3 text-bad">
            {problem}
            <Button size="s" onClick={onRetry}>
              Try again
            </Button>
          </span>
        )}
      </div>
      {written ? (
        <iframe
          title="The email as it will arrive"
          sandbox=""
          srcDoc={styled(written.html)}
          className="h-[430px] w-full rounded-2 border border-line bg-sheet"
        />
      ) : (
        !problem && <p className="grid h-[430px] place-items-center text-ink-3">Writing the email …</p>
      )}
    </section>
  )
}

const factsOf = (written: LetterPreview, leaves: string): Fact[] => [
  {
    label: "To",
    value: (
      <span className="wrap-anywhere">
        {written.name}, {written.address}
      </span>
    ),
  },
  { label: "Subject", value: <span className="font-medium">{written.subject}</span> },
  { label: "Language", value: languageIn(written) },
  { label: "Profile", value: written.profile },
  { label: "Leaves", value: written.mode === "automatic" ? leaves : otherwise[written.mode] },
]
