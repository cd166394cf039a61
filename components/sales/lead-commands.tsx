"use client"
import { Ban, Check, RotateCcw, Route, UserCheck } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { LeadDialogs } from "./lead-dialogs"
import type { LeadCommand, LeadWorkView } from "./lead-work"
import { useAssignByRules } from "./use-assign-by-rules"
import { useKeys } from "./use-keys"

type LeadCommandsProps = {
  work: LeadWorkView
  /** The command whose dialog the URL asks for, and the URL that no longer does. */
  asked: LeadCommand | null
  closeHref: string
}

/** The commands of a lead, each with its dialog. What is not open now says why. */
export function LeadCommands({ work, asked, closeHref }: LeadCommandsProps) {
  const router = useRouter()
  const [opened, open] = useState<LeadCommand | null>(null)
  const { refusals, state } = work
  const { assignByRules, assigning } = useAssignByRules(work)
  useKeys({ q: () => refusals.qualify || open("qualify"), d: () => refusals.disqualify || open("disqualify") })
  const close = () => {
    open(null)
    if (asked) router.replace(closeHref, { scroll: false })
  }
  return (
    <>
      {state === "disqualified" ? (
        <Button tone="primary" icon={<RotateCcw aria-hidden="true" />} reason={refusals.reactivate} onClick={() => open("reactivate")}>
          Reactivate
        </Button>
      ) : (
        <Button tone="primary" icon={<Check aria-hidden="true" />} hint="Q" reason={refusals.qualify} onClick={() => open("qualify")}>
          Qualify
        </Button>
      )}
      <Button icon={<Ban aria-hidden="true" />} reason={refusals.disqualify} onClick={() => open("disqualify")}>
        Disqualify
      </Button>
      <Button icon={<UserCheck aria-hidden="true" />} reason={refusals.assign} onClick={() => open("assign")}>
        Assign
      </Button>
      {state === "open" && (
        <Button icon={<Route aria-hidden="true" />} reason={refusals.assignByRules} busy={assigning} onClick={assignByRules}>
          Route by rules
        </Button>
      )}
      <LeadDialogs work={work} command={opened ?? asked} onClose={close} />
    </>
  )
}
