import Link from "next/link"
import { LiftBlock } from "@/components/shell/lift-block"
import { Facts } from "@/components/ui/facts"
import { NetAddress } from "@/components/ui/net-address"
import { Section } from "@/components/ui/section"
import { Status } from "@/components/ui/status"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { MailDetail } from "@/lib/mail/log/queries"
import { mailStates } from "@/lib/mail/rules"
import { languageName } from "@/lib/platform/language-name"
import { LetterFrame } from "./letter-frame"
import { MailCommands, type MailReasons } from "./mail-commands"
import { letterTitle } from "./mails-table"

type MailViewProps = { mail: MailDetail; reasons: MailReasons }

const logHref = (id: string) => `/settings/email/log/${id}`

/** One mail: what became of it, what can be done, and what it said. */
export function MailView({ mail, reasons }: MailViewProps) {
  const { words, blocked, again, state, lastError } = mail
  return (
    <>
      {blocked && (
        <Strip tone="bad" action={<LiftBlock blockId={blocked.id} address={blocked.address} reason={reasons.release} />}>
          {`Nothing is sent to ${blocked.address}: ${blocked.reason}`}
        </Strip>
      )}
      <div className="grid grid-cols-[360px_minmax(0,1fr)] content-start max-l:grid-cols-1">
        <div className="px-6 py-4 max-m:px-4">
          <Section title="Delivery">
            <Facts wide items={factsOf(mail)} />
            {lastError && <p className="mt-3 text-pretty wrap-anywhere text-ink-2">{lastError}</p>}
            <div className="mt-4 [&>span]:justify-start">
              <MailCommands mail={mail} reasons={reasons} offers="all" />
            </div>
          </Section>
          {again.length > 0 && (
            <Section title="Sent again">
              <ul className="grid gap-1">
                {again.map((one) => (
                  <li key={one.id} className="flex items-center gap-3">
                    <Link className="link" prefetch={false} href={logHref(one.id)}>
                      <Moment at={one.createdAt} />
                    </Link>
                    <Status word={mailStates[one.state]} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
        <div className="border-l border-line px-6 py-4 max-l:border-t max-l:border-l-0 max-m:px-4">
          <Section title={mail.isToCome ? "What it would say now" : mail.sentAt ? "What was sent" : "What it said"}>
            {words ? (
              <>
                <p className="mb-3 text-12 text-pretty text-ink-3">
                  {wordsOf(mail, words.version)}
                  Private links are not kept, and so they are not shown.
                </p>
                <LetterFrame letter={words.letter} sender={words.sender} />
              </>
            ) : (
              <p className="text-ink-2">
                {state === "sent" || state === "bounced"
                  ? "This mail left before the words of mails were kept."
                  : "There is nothing to read: it was not written."}
              </p>
            )}
          </Section>
        </div>
      </div>
    </>
  )
}

function wordsOf({ about }: MailDetail, version: number | null): string {
  if (version !== null) return `In version ${version} of the letter. `
  const isTest = typeof about === "object" && about !== null && "test" in about
  return isTest ? "A test, in the words of that moment. " : "In the words that came with the product. "
}

function factsOf({
  words,
  state,
  letter,
  toName,
  toAddress,
  language,
  attempts,
  createdAt,
  sendAfter,
  sentAt,
  resentOfId,
  prospect,
}: MailDetail) {
  return [
    { label: "State", value: <Status word={mailStates[state]} plain /> },
    { label: "Letter", value: letterTitle(letter) },
    { label: "To", value: <NetAddress text={toName ? `${toName}, ${toAddress}` : toAddress} /> },
    { label: "Language", value: languageName(language) },
    ...(words ? [{ label: "Profile", value: words.profileName }] : []),
    ...(prospect
      ? [
          {
            label: "About",
            value: (
              <Link className="link" prefetch={false} href={`/commerce/prospects/${prospect.id}`}>
                {`${prospect.number} ${prospect.companyName}`}
              </Link>
            ),
          },
        ]
      : []),
    { label: "Written", value: <Moment at={createdAt} /> },
    sentAt
      ? { label: "Left", value: <Moment at={sentAt} /> }
      : { label: "Leaves", value: state === "waiting" ? <Moment at={sendAfter} /> : "Not" },
    { label: "Attempts", value: attempts },
    ...(resentOfId
      ? [
          {
            label: "Sends again",
            value: (
              <Link className="link" prefetch={false} href={logHref(resentOfId)}>
                an earlier mail
              </Link>
            ),
          },
        ]
      : []),
  ]
}
