import { Client } from "pg"
import { beforeAll, expect, test } from "vitest"
import { type Catalog, isByHand, readCatalog } from "./schema-catalog"
import { diffSchemas } from "./schema-engine"
import { readSchema } from "./schema-files"
import { blankDatabase } from "./testing"

let migrated: Catalog
let described: Catalog

beforeAll(async () => {
  migrated = await readCatalog(process.env.DATABASE_URL ?? "")
  const blank = await blankDatabase()
  const client = new Client({ connectionString: blank.url })
  await client.connect()
  await client.query(await diffSchemas([], await readSchema()))
  await client.end()
  described = await readCatalog(blank.url)
  await blank.drop()
})

test("the migrations make everything that the schema describes, exactly as it is described", () => {
  const made = Object.fromEntries([...described.keys()].map((thing) => [thing, migrated.get(thing) ?? "missing"]))
  expect(made).toEqual(Object.fromEntries(described))
})

test("what the migrations make beyond the schema could not have been described there", () => {
  const surplus = [...migrated].filter(([thing, shape]) => !described.has(thing) && !isByHand(thing, shape))
  expect(Object.fromEntries(surplus)).toEqual({})
})
