import type { Reaction } from "@/lib/platform/run-facts"
import { tellEvents } from "./tell-events"
import { timeLeads } from "./time-leads"

/** Starts the timers of leads that came in. */
export const startTimers: Reaction<"lead.arrived"> = async (ctx, { leadIds }) => {
  const { events } = await timeLeads(ctx, leadIds)
  await tellEvents(ctx, events)
}
