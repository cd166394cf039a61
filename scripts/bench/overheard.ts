import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import pg from "pg"
import { onDatabase } from "./databases"

const log = join(".data", "bench", "postgres.log")

/** Whether the server writes its log where this process can read it: only the embedded one does. */
export const canOverhear = (): boolean => !process.env.BENCH_DATABASE_URL && existsSync(log)

/**
 * The statements that a deed sends to the database, from PostgreSQL's own log, as a script for pgbench with the values in place: the floor
 * of that deed. Nobody else may use the server meanwhile. Returns the script's path.
 */
export async function overhear(databaseUrl: string, name: string, deed: () => Promise<unknown>): Promise<string> {
  const loud = (ms: number) =>
    onDatabase(databaseUrl, async (client) => {
      await client.query(`alter system set log_min_duration_statement = ${ms}`)
      await client.query("select pg_reload_conf()")
      await pause(400)
    })
  await loud(0)
  const from = statSync(log).size
  try {
    await deed()
    await pause(300)
  } finally {
    await loud(-1)
  }
  const script = resolve(".data", "bench", `${name}.sql`)
  writeFileSync(script, `${statementsOf(readFileSync(log).subarray(from).toString()).join(";\n")};\n`)
  return script
}

/** Reads only: a page that is asked for again must not write anything twice. */
function statementsOf(written: string): string[] {
  const entries = written.split(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] /m)
  return entries.flatMap((entry, at) => {
    const [, text] = entry.match(/^LOG: {2}duration: [\d.]+ ms {2}(?:execute [^:]*|statement): ([\s\S]*)$/) ?? []
    if (!text || !/^\s*(select|with)\b/i.test(text) || /pg_reload_conf|pg_notify/.test(text)) return []
    const values = valuesOf(entries[at + 1] ?? "")
    return [text.trim().replace(/\$(\d+)/g, (_, place) => values[Number(place) - 1] ?? "null")]
  })
}

/** `Parameters: $1 = 'a', $2 = NULL` as literals. */
function valuesOf(entry: string): string[] {
  if (!/^DETAIL: {2}[Pp]arameters: /.test(entry)) return []
  return [...entry.matchAll(/\$\d+ = (NULL|'(?:[^']|'')*')/g)].map(([, value = "null"]) =>
    value === "NULL" ? "null" : pg.escapeLiteral(value.slice(1, -1).replaceAll("''", "'")),
  )
}
