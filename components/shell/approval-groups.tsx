"use client"
import { Check, CornerUpLeft, UsersRound } from "lucide-react"
import { ApprovalDetails, SendBackReason } from "@/components/shell/approval-parts"
import { Command } from "@/components/shell/command"
import { Strip } from "@/components/ui/strip"
import { groupBy } from "@/lib/platform/group-by"
import { confirmApprovals, sendBackApprovals } from "@/lib/sync/actions"
import type { ApprovalView } from "@/lib/sync/approvals/queries"

const listed = 12

/** Where somebody asked for several of a kind, as a run does, they are answered together: each is decided as if it were the only one. */
export function ApprovalGroups({ waiting }: { waiting: readonly ApprovalView[] }) {
  const open = waiting.filter(({ refusals }) => refusals.answer === null)
  const groups = groupBy(open, ({ move, askedByName, policy, details }) => [move, askedByName, policy, ...details].join("\n"))
  return [...groups].filter(([, group]) => group.length > 1).map(([key, group]) => <Group key={key} group={group} />)
}

function Group({ group }: { group: readonly ApprovalView[] }) {
  const [first] = group
  if (!first) return null
  const { move, word, askedByName, policy, details } = first
  const count = group.length.toLocaleString("en")
  const hidden = { approvalIds: group.map(({ id }) => id).join() }
  const news = (verb: string) => (data: { done: number; left: string[] }) => ({
    title: `${verb}: ${data.done.toLocaleString("en")}`,
    text: data.left.length > 0 ? `${data.left.length} left. ${data.left[0]}` : word,
  })
  return (
    <Strip
      className="flex-none max-m:flex-wrap"
      tone="info"
      icon={<UsersRound aria-hidden="true" />}
      action={
        <span className="flex flex-wrap justify-end gap-1.5 max-m:w-full">
          <Command
            title={`Confirm all ${count}`}
            icon={<Check aria-hidden="true" />}
            trigger={{ tone: "primary", size: "s" }}
            sentence={
              <>
                Decides {count} as <b>{askedByName}</b> asked, in your name: {word}. {policy}, wants two people for each. What cannot be
                decided any more waits on and says why.
              </>
            }
            busyWord="Confirming"
            action={confirmApprovals}
            hidden={hidden}
            news={news("Confirmed")}
          >
            {() => (
              <>
                <ApprovalDetails details={details} />
                <p className="text-pretty wrap-anywhere text-ink-2">
                  {group
                    .slice(0, listed)
                    .map(({ label }) => label)
                    .join(", ")}
                  {group.length > listed && ` and ${(group.length - listed).toLocaleString("en")} more, as listed on this page`}.
                  {move !== "qualify" && " Their letters leave after the send window; Confirm of each shows the very one."}
                </p>
              </>
            )}
          </Command>
          <Command
            title={`Send back all ${count}`}
            icon={<CornerUpLeft aria-hidden="true" />}
            trigger={{ size: "s" }}
            sentence={
              <>
                {count} stay as they are, and <b>{askedByName}</b> reads why.
              </>
            }
            busyWord="Sending back"
            action={sendBackApprovals}
            hidden={hidden}
            news={news("Sent back")}
          >
            {(errors) => <SendBackReason errors={errors} />}
          </Command>
        </span>
      }
    >
      <b className="font-semi">{askedByName}</b> asked for {count}: {word}. {policy}.
    </Strip>
  )
}
