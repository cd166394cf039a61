import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"

const identity = { provider: "postgres", adapterName: "nowhere" } as const

/** The engine greets a database even for work that needs none; this one has nothing and accepts everything. */
const connection: SqlDriverAdapter = {
  ...identity,
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: () => Promise.reject(new Error("There is no database here.")),
  getConnectionInfo: () => ({ schemaName: "public", supportsRelationJoins: true }),
  dispose: async () => {},
}

/** Stands in for a database while two schema texts are compared, so that writing a migration needs no server. */
export const nowhere: SqlMigrationAwareDriverAdapterFactory = {
  ...identity,
  connect: async () => connection,
  connectToShadowDb: async () => connection,
}
