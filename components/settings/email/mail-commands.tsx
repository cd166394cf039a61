"use client"
import { RotateCw, Send, X } from "lucide-react"
import { Command } from "@/components/shell/command"
import { CommandButton } from "@/components/shell/command-button"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { cancelMail, releaseMail, resendMail, retryMail } from "@/lib/mail/actions"
import { type MailToJudge, refusalToCancelMail, refusalToRelease, refusalToResend, refusalToRetry } from "@/lib/mail/rules"

export type MailReasons = {
  /** Why this person cannot send again; null when they can. */
  retry: string | null
  /** Why this person cannot let go or cancel; null when they can. */
  release: string | null
}

type MailGiven = { mail: MailToJudge & { id: string; subject: string; toAddress: string }; reasons: MailReasons }

/** What can be done with a mail: `next`, what it needs now; `now`, whatever its state allows; `all`, and why the rest cannot be done. */
export function MailCommands({ mail, reasons, offers }: MailGiven & { offers: "next" | "now" | "all" }) {
  const mays = {
    release: refusalToRelease(mail),
    retry: refusalToRetry(mail),
    resend: refusalToResend(mail),
    cancel: refusalToCancelMail(mail),
  }
  const isAll = offers === "all"
  const offersResend = isAll ? mays.release !== null && mays.retry !== null : mail.state === "bounced" && mays.resend === null
  const offersCancel = isAll || (mays.cancel === null && (offers === "now" || mays.release !== null))
  return (
    <span className="inline-flex flex-wrap justify-end gap-1.5">
      {mays.release === null && (
        <CommandButton
          action={releaseMail}
          input={{ mailId: mail.id }}
          icon={<Send aria-hidden="true" />}
          done={`It is on its way to ${mail.toAddress}`}
          reason={reasons.release}
        >
          Send now
        </CommandButton>
      )}
      {mays.retry === null && (
        <CommandButton
          action={retryMail}
          input={{ mailId: mail.id }}
          icon={<RotateCw aria-hidden="true" />}
          done="The mail is on its way again"
          reason={reasons.retry}
        >
          Retry
        </CommandButton>
      )}
      {offersResend && <ResendMail mail={mail} reason={reasons.retry ?? mays.resend?.message ?? null} />}
      {offersCancel && <CancelMail mail={mail} reason={reasons.release ?? mays.cancel?.message ?? null} />}
    </span>
  )
}

function ResendMail({ mail: { id, subject, toAddress }, reason }: { mail: MailGiven["mail"]; reason: string | null }) {
  return (
    <Command
      title="Resend"
      icon={<RotateCw aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Sends <b>{subject}</b> to <b>{toAddress}</b> once more, as a new mail, with today’s truth in today’s words. An invitation gets a
          new link, and its old one closes.
        </>
      }
      busyWord="Sending"
      action={resendMail}
      hidden={{ mailId: id }}
      news={(sent) => ({ title: `It is on its way to ${sent.toAddress} once more` })}
    />
  )
}

function CancelMail({ mail: { id, subject, toAddress, state }, reason }: { mail: MailGiven["mail"]; reason: string | null }) {
  return (
    <Command
      title="Cancel mail"
      tone="danger"
      icon={<X aria-hidden="true" />}
      trigger={{ size: "s" }}
      reason={reason}
      sentence={
        <>
          Keeps <b>{subject}</b> from leaving for <b>{toAddress}</b>, for good.{" "}
          {state === "held" ? "What it tells of stands, and nobody is told of it by mail." : "A link in it opens nothing any more."}
        </>
      }
      busyWord="Canceling"
      action={cancelMail}
      hidden={{ mailId: id }}
      news={(canceled) => ({ title: "Mail canceled", text: canceled.toAddress })}
    >
      {(errors) => (
        <Field label="Reason" error={errors.reason}>
          {(control) => <TextInput {...control} name="reason" maxLength={300} autoComplete="off" />}
        </Field>
      )}
    </Command>
  )
}
