"use client"
import { useActionState, useEffect, useState } from "react"
import { StatusAction, type StatusDoor } from "@/components/onboarding/status-action"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { FieldError } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"

type WithdrawProps = { act: StatusDoor; token: string }

const consequence = "This ends your request. It cannot be taken back, but you can send a new one at any time."

/** **Withdraw**, which asks before it acts: in a dialog, or in a fold of the page before the script runs and where none does. */
export function WithdrawRequest(props: WithdrawProps) {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return <div className="mt-9">{isLive ? <WithdrawDialog {...props} /> : <WithdrawFold {...props} />}</div>
}

function WithdrawFold({ act, token }: WithdrawProps) {
  return (
    <details>
      <summary className="link w-fit list-none">Withdraw this request</summary>
      <div className="mt-4 border-l-4 border-line-2 pl-[18px]">
        <p className="text-pretty">{consequence}</p>
        <StatusAction act={act} token={token} word="Withdraw" busyWord="Withdrawing" tone="danger" />
      </div>
    </details>
  )
}

function WithdrawDialog({ act, token }: WithdrawProps) {
  const [isOpen, setOpen] = useState(false)
  const [result, post] = useActionState(act, null)
  return (
    <>
      <Button size="public" onClick={() => setOpen(true)}>
        Withdraw
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Withdraw"
        sentence={consequence}
        form={{ action: post }}
        footer={
          <SubmitButton tone="danger" busyLabel="Withdrawing">
            Withdraw
          </SubmitButton>
        }
      >
        <input type="hidden" name="token" value={token} />
        <div role="alert" className="empty:hidden">
          {result && !result.ok && <FieldError id="refusal" message={result.error.message} />}
        </div>
      </Dialog>
    </>
  )
}
