import { Users } from "lucide-react"
import Link from "next/link"
import { RecordLink } from "@/components/shell/record-link"
import { Strip } from "@/components/ui/strip"
import { small } from "@/lib/platform/first-letter"
import type { Matches } from "@/lib/sales/accounts/match-lead"
import { counted } from "./counted"

const adverbs = { certain: "certainly", likely: "likely", possible: "possibly" } as const

/** Says that Sales may know the company or the person already, and leads to the comparison. */
export function MatchStrip({ matches, compareHref }: { matches: Matches; compareHref: string | null }) {
  const { accounts, contacts } = matches
  const count = accounts.length + contacts.length
  if (count === 0) return null
  const [account] = accounts
  const [contact] = contacts
  const isContactSurer = contact && (!account || contact.score > account.score)
  const first = isContactSurer ? { kind: "contact", ...contact } : account ? { kind: "account", ...account } : null
  if (!first) return null
  const why = first.reasons.slice(0, 3).map(small)
  return (
    <Strip
      className="flex-none"
      tone="wait"
      icon={<Users aria-hidden="true" />}
      action={
        compareHref && (
          <Link href={compareHref} prefetch={false} scroll={false} className="btn btn-s">
            Compare
          </Link>
        )
      }
    >
      <b>{counted(count, "possible match", "possible matches")}.</b> The {first.kind}{" "}
      <RecordLink kind={first.kind} id={first.id}>
        {first.name}
      </RecordLink>{" "}
      is {adverbs[first.verdict]} the same: {why.join(", ")}.
    </Strip>
  )
}
