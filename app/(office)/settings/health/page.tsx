import type { Metadata } from "next"
import { ChecksTable } from "@/components/settings/health/checks-table"
import { HouseFacts } from "@/components/settings/health/house-facts"
import { LookAgain } from "@/components/settings/health/look-again"
import { SettingsHead } from "@/components/settings/settings-head"
import { CommandButton } from "@/components/shell/command-button"
import { roleRefusal } from "@/components/shell/role-refusal"
import { requireStaff } from "@/lib/identity/actor"
import { askForChecks } from "@/lib/settings/actions"
import { getChainState } from "@/lib/settings/audit/queries"
import { getHouseFacts, getTroubles, listChecks, listQueues, listWorkers } from "@/lib/settings/health/queries"

export const metadata: Metadata = { title: "Health" }

export default async function HealthPage() {
  const staff = await requireStaff("health:read")
  const now = new Date()
  const [checks, workers, queues, troubles, facts, chain] = await Promise.all([
    listChecks(now),
    listWorkers(now),
    listQueues(),
    getTroubles(),
    getHouseFacts(),
    getChainState(),
  ])
  const reason = roleRefusal(staff.staffRole, "health:check", "ask for a check")
  const isUnderWay = checks.some(({ state }) => state === "Waiting" || state === "Running")
  return (
    <>
      <SettingsHead
        title="Health"
        path="/settings/health"
        text="What must always be true, and how the house is doing."
        commands={
          <CommandButton
            action={askForChecks}
            input={{ key: "all" }}
            done="The worker checks everything now"
            tone="primary"
            reason={reason}
          >
            Check now
          </CommandButton>
        }
      />
      <LookAgain isUnderWay={isUnderWay} />
      <HouseFacts {...{ workers, queues, troubles, facts, chain, now }} />
      <ChecksTable checks={checks} reason={reason} hasWorker={workers.some(({ isAlive }) => isAlive)} />
    </>
  )
}
