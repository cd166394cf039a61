import { z } from "zod"
import { Prisma } from "@/lib/platform/db"

export type IntegrationState = { word: string; text: string; more: string }

/** The states of the table maps as one JSON value of a larger statement. */
export const mapStatesSql = Prisma.sql`(select coalesce(json_agg(state), '[]') from platform.table_map)`

/** What `mapStatesSql` answered. */
export const readMapStates = (json: unknown): string[] => z.array(z.string()).parse(json)

/** How the integration stands as a whole, for the foot of the navigation. */
export function integrationState(maps: readonly string[]): IntegrationState {
  const running = maps.filter((state) => state === "running").length
  if (running === maps.length) return { word: "Running", text: "Integration running", more: "Sales and Commerce in step" }
  if (running === 0) return { word: "Not running", text: "Integration off", more: "Commerce decides by itself" }
  return { word: "Not running", text: `${maps.length - running} of ${maps.length} maps off`, more: "The others write both sides" }
}
