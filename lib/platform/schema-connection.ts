import { PrismaPg } from "@prisma/adapter-pg"
import { DriverAdapterError, type SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import { DatabaseError, type Pool } from "pg"

function refuse(error: unknown): never {
  if (!(error instanceof DatabaseError)) throw error
  const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error
  throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint })
}

/**
 * Prisma's adapter cuts a migration at every semicolon, also at those inside a function's body, and runs the pieces one
 * by one. Here a script goes over in one piece: PostgreSQL parses it, and runs it as one transaction.
 */
export function schemaConnection(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () =>
      Object.assign(await factory.connect(), {
        executeScript: async (script: string) => {
          await pool.query(script).catch(refuse)
        },
      }),
  }
}
