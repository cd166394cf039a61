import { readdir, readFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg"

export type SchemaText = { path: string; content: string }

/** The working schema texts, in name order. */
export async function readSchema(folder = "prisma/schema"): Promise<SchemaText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort()
  return Promise.all(names.map(async (name) => ({ path: `${folder}/${name}`, content: await readFile(join(folder, name), "utf8") })))
}

/** The migrations of a folder as the engine wants them, oldest first; a folder that is not there holds none. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
  return {
    baseDir: resolve(folder),
    lockfile: { path: "migration_lock.toml", content: await readFile(join(folder, "migration_lock.toml"), "utf8").catch(() => null) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, path, "migration.sql"), "utf8") },
        },
      })),
    ),
  }
}
