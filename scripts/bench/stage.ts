import { copyDatabase, onDatabase } from "./databases"
import { sqlFile } from "./fill"
import type { Owner } from "./owners"
import { ensureSeed } from "./seed"
import { signInSeller } from "./seller-cookie"
import type { BenchServer } from "./server"
import { startBare, startProduct, type Web } from "./webs"

/** A database of its size with the product and the bare app in front of it. */
export type Stage = { leads: number; databaseUrl: string; product: Web; bare: Web; seller: Owner; cookie: string }

/** Sets a stage up on a fresh copy of the seed, so that every run begins alike. */
export async function setStage(server: BenchServer, leads: number, isFresh: boolean): Promise<Stage> {
  const seed = await ensureSeed(server, leads, isFresh)
  const databaseUrl = await copyDatabase(server, seed, `gangway_bench_${leads}`)
  await onDatabase(databaseUrl, (client) => client.query(sqlFile("floor-schema.sql")))
  const { seller, cookie } = await signInSeller(databaseUrl)
  return { leads, databaseUrl, seller, cookie, product: await startProduct(databaseUrl), bare: await startBare(databaseUrl) }
}

export async function clearStage(stage: Stage): Promise<void> {
  await Promise.all([stage.product.stop(), stage.bare.stop()])
}
