"use client"
import { Ban, Check, RotateCcw, UserCheck } from "lucide-react"
import dynamic from "next/dynamic"
import { useSearchParams } from "next/navigation"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { AssignedRecord } from "./assign-record-dialog"
import type { OpportunityWorkView } from "./opportunity-work"

const dialogs = {
  win: dynamic(() => import("./close-as-won-dialog").then((part) => part.CloseAsWonDialog), { ssr: false }),
  lose: dynamic(() => import("./close-as-lost-dialog").then((part) => part.CloseAsLostDialog), { ssr: false }),
  reopen: dynamic(() => import("./reopen-dialog").then((part) => part.ReopenDialog), { ssr: false }),
}

const AssignRecordDialog = dynamic(() => import("./assign-record-dialog").then((part) => part.AssignRecordDialog), { ssr: false })

/** The commands of an opportunity, each with its dialog; a closed one offers Reopen in their place. */
export function OpportunityCommands({ work, assigned }: { work: OpportunityWorkView; assigned: AssignedRecord }) {
  const [isAssigning, setAssigning] = useState(false)
  const asked = useSearchParams().get("do")
  const [opened, open] = useState<keyof typeof dialogs | null>(
    work.state === "open" && !work.refusals.close && (asked === "win" || asked === "lose") ? asked : null,
  )
  const Opened = opened && dialogs[opened]
  return (
    <>
      {work.state === "open" ? (
        <>
          <Button tone="primary" icon={<Check aria-hidden="true" />} reason={work.refusals.close} onClick={() => open("win")}>
            Close as Won
          </Button>
          <Button icon={<Ban aria-hidden="true" />} reason={work.refusals.close} onClick={() => open("lose")}>
            Close as Lost
          </Button>
          <Button icon={<UserCheck aria-hidden="true" />} reason={assigned.refusal} onClick={() => setAssigning(true)}>
            Assign
          </Button>
        </>
      ) : (
        <Button icon={<RotateCcw aria-hidden="true" />} reason={work.refusals.reopen} onClick={() => open("reopen")}>
          Reopen
        </Button>
      )}
      {isAssigning && <AssignRecordDialog record={assigned} onClose={() => setAssigning(false)} />}
      {Opened && <Opened work={work} onClose={() => open(null)} />}
    </>
  )
}
