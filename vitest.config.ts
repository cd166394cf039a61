import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const root = fileURLToPath(new URL(".", import.meta.url))
const env = {
  TZ: "UTC",
  NODE_ENV: "test" as const,
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: "silent",
  AUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
}

/**
 * `*.test.ts` tests rules and needs no database. `*.db.test.ts` gets a migrated database of its own per file, named by
 * DATABASE_URL before the file's imports run; PostgreSQL starts only when such a file is among those asked for.
 */
export default defineConfig({
  resolve: { alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}lib/platform/testing-server-only.ts` } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", env, include: ["{app,components,e2e,lib,prisma,scripts}/**/*.test.{ts,tsx}"], exclude: ["**/*.db.test.ts"] },
      },
      {
        extends: true,
        test: {
          name: "command",
          env,
          include: ["{app,components,lib,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: "./lib/platform/testing-server.ts",
          setupFiles: "./lib/platform/testing-database.ts",
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
