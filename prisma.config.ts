import { defineConfig } from "prisma/config"

// Prisma would download a native schema engine at first use, which fails behind a company's firewall. Generating the
// client needs none, so any executable satisfies the check. `prisma migrate` then does nothing, silently: migrations go
// through scripts/migrate.ts and scripts/migration.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } })
