import { applyMigrations } from "@/lib/platform/schema-engine"

const databaseUrl = process.env.DATABASE_URL
if (!databaseUrl) {
  console.error("DATABASE_URL is not set. Example: DATABASE_URL=postgresql://user:password@host:5432/gangway npm run migrate")
  process.exit(1)
}

try {
  const applied = await applyMigrations(databaseUrl)
  for (const name of applied) console.log(`applied ${name}`)
  if (applied.length === 0) console.log("The database is up to date.")
} catch (error) {
  // The engine's trace of itself follows the cause; it helps nobody here.
  console.error(error instanceof Error ? error.message.replace(/\n +0: [\s\S]*$/, "") : error)
  process.exit(1)
}
