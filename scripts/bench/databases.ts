import pg from "pg"
import type { BenchServer } from "./server"

/** Runs some work on one connection of a database and closes it. */
export async function onDatabase<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const quoted = (name: string) => pg.escapeIdentifier(name)

/** The remark that a database carries; null when it has none or is not there. */
export async function remarkOn(server: BenchServer, name: string): Promise<string | null> {
  const remark = "select shobj_description(oid, 'pg_database') as remark from pg_database where datname = $1"
  const { rows } = await onDatabase(server.url("postgres"), (client) => client.query<{ remark: string | null }>(remark, [name]))
  return rows[0]?.remark ?? null
}

export async function remark(server: BenchServer, name: string, text: string): Promise<void> {
  const statement = `comment on database ${quoted(name)} is ${pg.escapeLiteral(text)}`
  await onDatabase(server.url("postgres"), (client) => client.query(statement))
}

export async function dropDatabase(server: BenchServer, name: string): Promise<void> {
  await onDatabase(server.url("postgres"), (client) => client.query(`drop database if exists ${quoted(name)} with (force)`))
}

export async function createDatabase(server: BenchServer, name: string): Promise<void> {
  await dropDatabase(server, name)
  await onDatabase(server.url("postgres"), (client) => client.query(`create database ${quoted(name)} template template0`))
}

/** Makes a database anew as a copy of another, file by file. */
export async function copyDatabase(server: BenchServer, from: string, to: string): Promise<string> {
  await dropDatabase(server, to)
  await onDatabase(server.url("postgres"), (client) =>
    client.query(`create database ${quoted(to)} template ${quoted(from)} strategy file_copy`),
  )
  return server.url(to)
}
