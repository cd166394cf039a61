import { startEmbeddedDatabase } from "../embedded-database.mjs"
import { onDatabase } from "./databases"

/** The PostgreSQL that everything is measured on. */
export type BenchServer = { version: string; settings: string; url(database: string): string; stop(): Promise<void> }

const settings = { shared_buffers: "1GB", max_wal_size: "8GB", checkpoint_timeout: "30min", random_page_cost: 1.1, jit: "off" }
const told = ["fsync", "synchronous_commit", "full_page_writes", "shared_buffers", "max_wal_size", "random_page_cost", "jit"]

async function open(): Promise<Pick<BenchServer, "url" | "stop">> {
  const given = process.env.BENCH_DATABASE_URL
  if (!given) return startEmbeddedDatabase({ folder: ".data/bench/postgres", settings })
  const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href
  return { url, stop: async () => {} }
}

/** Starts the embedded PostgreSQL with fsync on, or takes the server of BENCH_DATABASE_URL, whose role must be allowed to create databases. */
export async function openServer(): Promise<BenchServer> {
  const { url, stop } = await open()
  return onDatabase(url("postgres"), async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      "select name, current_setting(name) as value from unnest($1::text[]) as name",
      [["server_version", ...told]],
    )
    const value = new Map(rows.map((row) => [row.name, row.value]))
    return {
      url: (database) => url(database),
      stop: () => stop(),
      version: `${value.get("server_version")}${process.env.BENCH_DATABASE_URL ? "" : ", embedded"}`,
      settings: told.map((name) => `${name} ${value.get(name)}`).join(", "),
    }
  })
}
