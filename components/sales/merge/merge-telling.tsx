"use client"
import { Eye } from "lucide-react"
import { leavesAfter } from "@/components/shell/letter/leaves-after"
import { LetterPreview } from "@/components/shell/letter/letter-preview"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Section } from "@/components/ui/section"
import type { Telling } from "@/lib/sync/merge-telling"

type MergeTellingProps = {
  telling: Telling
  /** The request that ends and the one that goes on, by their ids. */
  about: { prospectId: string; intoId: string }
  undoSeconds: number
  tells: boolean
  onTells: (tells: boolean) => void
}

/** Whether whoever sent the request that ends is told, why that is usual or not, and the very email. */
export function MergeTelling({ telling, about, undoSeconds, tells, onTells }: MergeTellingProps) {
  const { name, why, isUsual } = telling
  return (
    <Section title="Telling the applicant">
      <div className="grid justify-items-start gap-3">
        <Checkbox
          label={`Tell ${name} by email`}
          hint={`${why} ${isUsual ? "" : "An email is not needed. "}Unmerge cancels it until it leaves.`}
          checked={tells}
          onChange={(event) => onTells(event.target.checked)}
        />
        <Dialog
          title="Email to the applicant"
          sentence={tells ? undefined : "It is sent only if you choose to tell the applicant."}
          cancelWord="Close"
          trigger={
            <Button size="s" icon={<Eye aria-hidden="true" />}>
              Show the email
            </Button>
          }
        >
          <LetterPreview path="/sales/merge/letter" asked={about} leaves={leavesAfter(undoSeconds, "you merge")} />
        </Dialog>
      </div>
    </Section>
  )
}
