import { randomBytes } from "node:crypto"
import { Client } from "pg"

export const templateDatabase = "template_gangway"

export type TestDatabase = { url: string; name: string; drop(): Promise<void> }

function testServer(): URL {
  const server = process.env.TEST_DATABASE_SERVER
  if (!server) throw new Error("TEST_DATABASE_SERVER is not set: a test that needs a database is named *.db.test.ts")
  return new URL(server)
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: testServer().href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

async function create(template: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`
  const url = testServer()
  url.pathname = `/${name}`
  await onServer(`create database ${name} template ${template}`)
  return { url: url.href, name, drop: () => onServer(`drop database ${name} with (force)`) }
}

/**
 * Creates an empty, migrated database on the test server and points DATABASE_URL at it.
 * Each `*.db.test.ts` file has one already; ask for another where a test needs a second world.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await create(templateDatabase)
  process.env.DATABASE_URL = database.url
  return database
}

/** Creates a database without any table on the test server. */
export const blankDatabase = () => create("template0")
