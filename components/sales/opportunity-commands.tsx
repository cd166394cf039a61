"use client"
import { Ban, Check, RotateCcw } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { OpportunityWorkView } from "./opportunity-work"

const dialogs = {
  win: dynamic(() => import("./close-as-won-dialog").then((part) => part.CloseAsWonDialog), { ssr: false }),
  lose: dynamic(() => import("./close-as-lost-dialog").then((part) => part.CloseAsLostDialog), { ssr: false }),
  reopen: dynamic(() => import("./reopen-dialog").then((part) => part.ReopenDialog), { ssr: false }),
}

/** The commands of an opportunity, each with its dialog; a closed one offers Reopen in their place. */
export function OpportunityCommands({ work }: { work: OpportunityWorkView }) {
  const [opened, open] = useState<keyof typeof dialogs | null>(null)
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
        </>
      ) : (
        <Button icon={<RotateCcw aria-hidden="true" />} reason={work.refusals.reopen} onClick={() => open("reopen")}>
          Reopen
        </Button>
      )}
      {Opened && <Opened work={work} onClose={() => open(null)} />}
    </>
  )
}
