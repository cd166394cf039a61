import { execFileSync } from "node:child_process"
import { mkdir, writeFile } from "node:fs/promises"
import { diffSchemas } from "@/lib/platform/schema-engine"
import { readSchema, type SchemaText } from "@/lib/platform/schema-files"

/** The schema texts of the last commit; a repository without a commit, or a commit without a schema, has none. */
function committedSchema(): SchemaText[] {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  try {
    const paths = git("ls-tree", "--name-only", "HEAD", "prisma/schema/").split("\n")
    return paths.filter((path) => path.endsWith(".prisma")).map((path) => ({ path, content: git("show", `HEAD:./${path}`) }))
  } catch {
    return []
  }
}

const name = process.argv[2]
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run migration -- what_changes   (lower case, digits, underscores)")
  process.exit(1)
}

const sql = await diffSchemas(committedSchema(), await readSchema()).catch((error) => {
  console.error(error.message)
  process.exit(1)
})
if (sql === "") {
  console.log("The schema is as it was at the last commit: no migration written.")
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14)
  const folder = `prisma/migrations/${stamp}_${name}`
  await mkdir(folder, { recursive: true })
  await writeFile(`${folder}/migration.sql`, `${sql}\n`)
  await writeFile("prisma/migrations/migration_lock.toml", 'provider = "postgresql"\n')
  console.log(`${folder}/migration.sql`)
  console.log("Extensions, partial indexes, checks and triggers are yours to append.")
}
