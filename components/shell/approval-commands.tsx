"use client"
import { Check, CornerUpLeft } from "lucide-react"
import { ApprovalDetails, SendBackReason } from "@/components/shell/approval-parts"
import { Command } from "@/components/shell/command"
import { CommandButton } from "@/components/shell/command-button"
import { ApprovalLetters } from "@/components/shell/letter/approval-letters"
import { confirmApproval, sendBackApproval, takeBackApproval } from "@/lib/sync/actions"
import type { ApprovalView } from "@/lib/sync/approvals/queries"

/** **Confirm** and **Send back** for a second person; **Take back** for whoever asked. What is not open says why. */
export function ApprovalCommands({ approval }: { approval: ApprovalView }) {
  const { id, move, label, askedByName, policy, details, isMine, refusals } = approval
  const hidden = { approvalId: id }
  const sends = move !== "qualify"
  return (
    <span className="flex flex-wrap justify-end gap-1.5 max-m:w-full max-m:justify-start">
      <Command
        title="Confirm"
        icon={<Check aria-hidden="true" />}
        trigger={{ tone: "primary", size: "s" }}
        sentence={
          <>
            Decides <b>{label}</b> as <b>{askedByName}</b> asked, in your name. {policy}, wants two people for it.
          </>
        }
        busyWord="Confirming"
        action={confirmApproval}
        hidden={hidden}
        width={sends ? "wide" : "m"}
        reason={refusals.answer}
        news={(data) => ({ title: "Confirmed", text: `${data.word}: ${data.label}` })}
      >
        {() => (
          <>
            <ApprovalDetails details={details} />
            {sends && <ApprovalLetters approvalId={id} />}
          </>
        )}
      </Command>
      <Command
        title="Send back"
        icon={<CornerUpLeft aria-hidden="true" />}
        trigger={{ size: "s" }}
        sentence={
          <>
            <b>{label}</b> stays as it is, and <b>{askedByName}</b> reads why.
          </>
        }
        busyWord="Sending back"
        action={sendBackApproval}
        hidden={hidden}
        reason={refusals.answer}
        news={(data) => ({ title: "Sent back", text: data.label })}
      >
        {(errors) => <SendBackReason errors={errors} />}
      </Command>
      {isMine && (
        <CommandButton action={takeBackApproval} input={hidden} done="Taken back" tone="ghost" reason={refusals.takeBack}>
          Take back
        </CommandButton>
      )}
    </span>
  )
}
