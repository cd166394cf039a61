import { db } from "@/lib/platform/db"

export type IntegrationState = { word: string; text: string; more: string }

/** How the integration stands as a whole, for the foot of the navigation. */
export async function getIntegrationState(): Promise<IntegrationState> {
  const maps = await db.tableMap.findMany({ select: { state: true } })
  const running = maps.filter(({ state }) => state === "running").length
  if (running === maps.length) return { word: "Running", text: "Integration running", more: "Sales and Commerce in step" }
  if (running === 0) return { word: "Not running", text: "Integration off", more: "Commerce decides by itself" }
  return { word: "Not running", text: `${maps.length - running} of ${maps.length} maps off`, more: "The others write both sides" }
}
