import { db, type Tx } from "./db"
import { statement } from "./statement"
import { tellZone } from "./viewer-zone"

const ask = statement<{ zone: string | null }>("select platform.house_zone() as zone")

/** The zone of letters, and of everybody who has none of their own: that of the default business hours. */
export async function houseZone(tx: Tx = db): Promise<string> {
  const [row] = await ask(tx, [])
  return row?.zone ?? "UTC"
}

/** For pages that strangers see: times on them are told in the house's zone. */
export const tellHouseZone = async (): Promise<void> => tellZone(await houseZone())
