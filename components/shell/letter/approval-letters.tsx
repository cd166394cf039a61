"use client"
import { useState } from "react"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import type { ForeseenLetters } from "@/lib/sync/approvals/foresee-letters"
import { leavesAfter } from "./leaves-after"
import { LetterShown } from "./letter-shown"
import { useWritten } from "./use-written"

/** The emails that a confirmation becomes, one at a time where several applicants are told. */
export function ApprovalLetters({ approvalId }: { approvalId: string }) {
  const { written, problem, retry } = useWritten<ForeseenLetters>(`/sales/approvals/${approvalId}/letters`, {})
  const [number, setNumber] = useState<string | null>(null)
  const letters = written?.letters ?? []
  if (written && letters.length === 0) return <p className="text-ink-2">Nobody gets an email.</p>
  return (
    <LetterShown
      written={letters.find((letter) => letter.number === number) ?? letters[0] ?? null}
      problem={problem}
      onRetry={retry}
      leaves={leavesAfter(written?.undoSeconds ?? 0, "you confirm")}
    >
      {letters.length > 1 && (
        <Field label={`One of ${letters.length} applicants`}>
          {(control) => (
            <Select
              {...control}
              options={letters.map((letter) => ({ value: letter.number, label: `${letter.name}, ${letter.number}` }))}
              value={number ?? letters[0]?.number}
              onChange={(event) => setNumber(event.target.value)}
            />
          )}
        </Field>
      )}
    </LetterShown>
  )
}
