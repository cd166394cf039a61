"use client"
import { Mail } from "lucide-react"
import { type AskedLetter, useLetter } from "@/components/commerce/use-letter"
import { Button } from "@/components/ui/button"
import { type Fact, Facts } from "@/components/ui/facts"
import type { LetterPreview as LetterShown } from "@/lib/mail/preview-decision"
import { languageName } from "@/lib/platform/language-name"

const languageIn = ({ reads, language }: LetterShown) =>
  reads === language ? languageName(language) : `${languageName(language)}; the applicant reads ${languageName(reads)}`

const otherwise = {
  held: "When somebody sends it by hand, as this letter's settings say",
  silent: "Not at all: this letter is switched off",
}

/** The page's own leave for styles, without which the policy would strip the letter of its dark look. */
const styled = (html: string) =>
  html.replaceAll("<style>", `<style nonce="${document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""}">`)

/** The email that a decision becomes, as it will arrive: to whom, when, and the letter itself in a frame that can do nothing. */
export function LetterPreview({ leaves, ...asked }: AskedLetter & { leaves: string }) {
  const { written, hasFailed, retry } = useLetter(asked)
  const facts: Fact[] = written
    ? [
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
        { label: "Leaves", value: written.mode === "automatic" ? leaves : otherwise[written.mode] },
      ]
    : []
  return (
    <section aria-label="Email to the applicant" className="grid min-w-0 content-start gap-3 rounded-3 border border-line bg-sunken p-4">
      <h3 className="flex items-center gap-2 font-medium">
        <Mail size={15} className="flex-none text-ink-3" aria-hidden="true" />
        Email to the applicant
      </h3>
      {written && <Facts items={facts} />}
      <div role="alert" className="empty:hidden">
        {hasFailed && (
          <span className="flex flex-wrap items-center gap-3 text-bad">
            The email could not be written.
            <Button size="s" onClick={retry}>
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
        !hasFailed && <p className="grid h-[430px] place-items-center text-ink-3">Writing the email …</p>
      )}
    </section>
  )
}
