import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg"
import { Client, Pool } from "pg"
import { schemaConnection } from "./schema-connection"
import { readMigrations, type SchemaText } from "./schema-files"
import { nowhere } from "./schema-nowhere"

const noFilters = { externalTables: [], externalEnums: [] }

/** Not the engine's own lock (72707369): that one waits ten seconds, and a long migration takes longer. */
const migrationLock = 4_200_715_001

let loaded: Promise<void> | undefined

/** The engine never clears the ten-second timer of its lock; left alone, it would hold every process that long. */
function imports(): WebAssembly.ModuleImports {
  const all = glue as unknown as Record<string, WebAssembly.ExportValue>
  const timer = Object.keys(all).filter((name) => name.startsWith("__wbg_setTimeout_"))
  const start = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs >>> 0).unref()
  return { ...all, ...Object.fromEntries(timer.map((name) => [name, start])) }
}

function load(): Promise<void> {
  loaded ??= (async () => {
    const wasm = createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm")
      .replace(/schema_engine\.js$/, "schema_engine_bg.wasm")
    const { instance } = await WebAssembly.instantiate(await readFile(wasm), { "./schema_engine_bg.js": imports() })
    glue.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
  })()
  return loaded
}

async function withEngine<T>(database: SqlMigrationAwareDriverAdapterFactory, work: (engine: glue.SchemaEngine) => Promise<T>): Promise<T> {
  await load()
  const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(database))
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

/**
 * Applies what is not yet applied of `prisma/migrations` to a PostgreSQL database, and keeps `_prisma_migrations` as
 * `prisma migrate deploy` would. Two callers at once take turns.
 * @returns the names applied now, oldest first; empty when the database was up to date
 * @throws the engine's error when a migration fails; nothing of that migration stays, and the next call tries it again
 */
export async function applyMigrations(databaseUrl: string, folder = "prisma/migrations"): Promise<string[]> {
  const migrationsList = await readMigrations(folder)
  const turn = new Client({ connectionString: databaseUrl })
  const pool = new Pool({ connectionString: databaseUrl })
  await turn.connect()
  try {
    await turn.query("select pg_advisory_lock($1)", [migrationLock])
    return await withEngine(schemaConnection(pool), async (engine) => {
      // A migration is one transaction: what is recorded as begun and not as finished left nothing behind, and may be tried again.
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
        migrationsList,
        filters: noFilters,
        optInToShadowDatabase: false,
      })
      for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName })
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters })
      return appliedMigrationNames
    })
  } finally {
    await pool.end()
    await turn.end()
  }
}

/**
 * The SQL that leads from one set of schema texts to another, as Prisma's engine writes it.
 * No database is asked. An empty `from` means an empty database; an empty answer means no difference.
 */
export async function diffSchemas(from: SchemaText[], to: SchemaText[]): Promise<string> {
  const target = (files: SchemaText[]) => (files.length === 0 ? ({ tag: "empty" } as const) : ({ tag: "schemaDatamodel", files } as const))
  const { stdout } = await withEngine(nowhere, (engine) =>
    engine.diff({ from: target(from), to: target(to), script: true, exitCode: null, filters: noFilters }),
  )
  const script = (stdout ?? "").trim()
  return /^-- This is an empty migration\.$/.test(script) ? "" : script
}
