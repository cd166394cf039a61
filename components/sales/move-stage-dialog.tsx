"use client"
import { ArrowRight } from "lucide-react"
import { CommandDialog } from "@/components/shell/command-dialog"
import type { Stage } from "@/lib/sales/opportunities/rules"
import { moveStage } from "@/lib/sync/actions"
import { counted } from "./counted"

type MoveStageDialogProps = {
  id: string
  topic: string
  stage: Stage
  /** Where it stood when this was asked. */
  was: Stage | undefined
  name: string
  open: readonly string[]
  current: string
  onClose: () => void
}

/** **Move to** a stage: says what the stage that is left still asks for, and forbids nothing. */
export function MoveStageDialog({ id, topic, stage, was, name, open, current, onClose }: MoveStageDialogProps) {
  return (
    <CommandDialog
      title={`Move to ${name}`}
      icon={<ArrowRight aria-hidden="true" />}
      busyWord="Moving"
      sentence={
        <>
          Moves <b>{topic}</b> from {current} to <b>{name}</b>; its days there begin now. Nobody gets mail.
        </>
      }
      action={moveStage}
      hidden={{ opportunityId: id, stage, ...(was && { was }) }}
      onClose={onClose}
      news={() => ({ title: `Moved to ${name}`, text: topic })}
    >
      {() =>
        open.length > 0 && (
          <div>
            <p className="font-medium">{`${counted(open.length, "step")} of ${current} ${open.length === 1 ? "is" : "are"} still open:`}</p>
            <ul className="mt-1 list-disc pl-5 text-ink-2">
              {open.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        )
      }
    </CommandDialog>
  )
}
