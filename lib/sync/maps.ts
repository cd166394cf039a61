import type { Tx } from "@/lib/platform/db"
import type { MapKey, MapState } from "@/prisma/generated/enums"

export type { MapKey, MapState }

/** The four table maps, in the order in which a partner travels them. */
export const tableMaps = {
  prospects_leads: { name: "Prospects → Leads", from: "Prospects", to: "Leads" },
  accounts_customers: { name: "Accounts ↔ Customers (Organization)", from: "Accounts", to: "Customers (Organization)" },
  contacts_customers: { name: "Contacts ↔ Customers (Person)", from: "Contacts", to: "Customers (Person)" },
  opportunities_prospects: { name: "Opportunities → Prospects (decision)", from: "Opportunities", to: "Prospects (decision)" },
} as const satisfies Record<MapKey, { name: string; from: string; to: string }>

export const mapKeys = Object.keys(tableMaps) as MapKey[]

export const mapStates = {
  not_running: "Not running",
  initializing: "Initializing",
  running: "Running",
  paused: "Paused",
  resuming: "Resuming",
} as const satisfies Record<MapState, string>

/** Which maps write both sides at this moment. */
export async function runningMaps(tx: Tx): Promise<Set<MapKey>> {
  const rows = await tx.tableMap.findMany({ where: { state: "running" }, select: { key: true } })
  return new Set(rows.map((row) => row.key))
}
