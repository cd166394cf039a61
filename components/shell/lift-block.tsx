"use client"
import { Unlock } from "lucide-react"
import { Command } from "@/components/shell/command"
import { liftBlock } from "@/lib/mail/actions"

type LiftBlockProps = { blockId: string; address: string; reason: string | null }

/** Lets mail go to an address again. */
export function LiftBlock({ blockId, address, reason }: LiftBlockProps) {
  return (
    <Command
      title="Lift block"
      icon={<Unlock aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Lets mail go to <b>{address}</b> again. What failed meanwhile waits in the delivery log for a Retry.
        </>
      }
      busyWord="Lifting"
      action={liftBlock}
      hidden={{ blockId }}
      news={(lifted) => ({ title: `${lifted.address} gets mail again` })}
    />
  )
}
