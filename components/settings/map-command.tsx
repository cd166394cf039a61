"use client"
import { Play, Square } from "lucide-react"
import { Command } from "@/components/shell/command"
import { setMap } from "@/lib/sync/actions"
import type { MapKey } from "@/lib/sync/maps"

type MapCommandProps = { map: MapKey; name: string; isRunning: boolean; reason: string | null }

const stopping: Record<MapKey, string> = {
  prospects_leads: "New requests become prospects without a lead; Commerce decides on them by itself.",
  accounts_customers: "Qualify creates accounts without a customer of type Organization; Approve creates the customer.",
  contacts_customers: "Qualify creates contacts without a customer of type Person; Approve creates the customer.",
  opportunities_prospects: "Close as Won, Close as Lost and Disqualify stay in Sales; prospects are decided in Commerce alone.",
}

const running: Record<MapKey, string> = {
  prospects_leads: "From now on each new request writes 1 lead in Sales, in the same transaction.",
  accounts_customers: "From now on Qualify writes 1 customer of type Organization for each new account.",
  contacts_customers: "From now on Qualify writes 1 customer of type Person for each new contact.",
  opportunities_prospects: "From now on a decision in Sales decides its prospect, in the same transaction.",
}

/** The command of a table map: Stop where it runs, Run where it does not. */
export function MapCommand({ map, name, isRunning, reason }: MapCommandProps) {
  const title = isRunning ? "Stop" : "Run"
  return (
    <Command
      title={title}
      icon={isRunning ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
      trigger={{ size: "s", tone: isRunning ? "plain" : "primary" }}
      tone={isRunning ? "danger" : "primary"}
      reason={reason}
      sentence={
        <>
          {isRunning ? "Stops" : "Runs"} the map <b>{name}</b>. {isRunning ? stopping[map] : running[map]} What was written before stays as
          it is.
        </>
      }
      busyWord={isRunning ? "Stopping" : "Starting"}
      action={setMap}
      hidden={{ map, run: isRunning ? "stop" : "start" }}
      news={({ state }) => ({ title: `${name}: ${state}` })}
    />
  )
}
