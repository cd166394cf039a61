import { CopyButton } from "@/components/onboarding/copy-button"
import { ForgetDraft } from "@/components/onboarding/forget-draft"
import { AsideTitle, PublicColumns } from "@/components/onboarding/public-columns"
import { PublicTitle } from "@/components/onboarding/public-title"
import { Road } from "@/components/onboarding/road"

type RequestReceivedProps = {
  /** Null when the page is opened by itself. */
  reference: string | null
  storeName: string
  mailFrom: string
  /** How soon it is decided at the latest: "10 working days". */
  target: string
  invitationDays: number
}

/** What the applicant sees after submitting: the reference and what happens next. Carries nothing of what was typed. */
export function RequestReceived({ reference, storeName, mailFrom, target, invitationDays }: RequestReceivedProps) {
  return (
    <PublicColumns asideLabel="If something is missing" aside={<IfSomethingIsMissing mailFrom={mailFrom} />}>
      <PublicTitle intro={`Thank you. ${storeName} has your request and has sent a message to the email you gave.`}>
        Request submitted
      </PublicTitle>
      {reference && (
        <div className="mt-9 flex flex-wrap items-center gap-7 border-y border-line-2 pt-5 pb-[22px]">
          <div>
            <span className="block text-14 text-ink-2">Your reference</span>
            <span className="text-[28px] leading-9 font-title tracking-[-0.005em]">{reference}</span>
          </div>
          <div className="ml-auto">
            <CopyButton text={reference} />
          </div>
          <ForgetDraft />
        </div>
      )}
      <section className="mt-12" aria-labelledby="next">
        <h2 id="next" className="mb-6 text-24 font-title tracking-[-0.017em]">
          What happens next
        </h2>
        <Road
          steps={[
            { title: "Request received", state: "done" },
            {
              title: "Confirm your email",
              state: "now",
              text: "Open the private link in our message and press Confirm email. It keeps your request from being sent by somebody else.",
            },
            {
              title: "A person reads the request",
              state: "todo",
              text: `Usually within a week, at the latest in ${target}. If something is missing, we ask you.`,
            },
            {
              title: "You hear from us by email",
              state: "todo",
              text: `If approved, the message holds a link to set your password. It is valid for ${invitationDays} days.`,
            },
          ]}
        />
      </section>
    </PublicColumns>
  )
}

function IfSomethingIsMissing({ mailFrom }: { mailFrom: string }) {
  return (
    <div className="text-ink-2 [&_h2]:text-ink">
      <AsideTitle>No message after 10 minutes?</AsideTitle>
      <p>
        Look in the spam folder for a message from <span className="break-words">{mailFrom}</span>.
      </p>
      <AsideTitle>Something wrong?</AsideTitle>
      <p>The private link in the message shows where your request is and lets you withdraw it until it is decided.</p>
    </div>
  )
}
