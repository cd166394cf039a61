import { UsersRound } from "lucide-react"
import { ApprovalCommands } from "@/components/shell/approval-commands"
import { Strip } from "@/components/ui/strip"
import { Moment } from "@/components/ui/time"
import type { ApprovalView } from "@/lib/sync/approvals/queries"

/** A decision about the record that waits for a second person: who asked, because of which policy, and the commands. */
export function ApprovalStrip({ approval }: { approval: ApprovalView }) {
  const { deed, askedByName, askedAt, policy, details } = approval
  return (
    <Strip
      className="flex-none max-m:flex-wrap"
      tone="wait"
      icon={<UsersRound aria-hidden="true" />}
      action={<ApprovalCommands approval={approval} />}
    >
      <b>{askedByName}</b> asks to {deed}, <Moment at={askedAt} />. {policy}, wants a second person to confirm it.
      {details.length > 0 && <span className="block">{details.join(" · ")}</span>}
    </Strip>
  )
}
