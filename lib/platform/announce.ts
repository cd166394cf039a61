import type { FactName, FactPayload } from "@/lib/events"
import type { Ctx } from "./context"

/** Writes down that something happened, in the transaction in which it does. Its reactions run after commit. */
export function announce<Name extends FactName>({ ledger, now }: Ctx, name: Name, payload: FactPayload<Name>): void {
  ledger.facts.push({ name, payload, at: now })
}
