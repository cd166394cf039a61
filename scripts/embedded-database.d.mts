export type EmbeddedDatabase = {
  /** The connection string of a database of this server; `postgres` when none is named. */
  url(database?: string): string
  ensureDatabase(name: string): Promise<void>
  /** Settles when the server is gone, whoever ended it. */
  exited: Promise<void>
  pid: number
  port: number
  /** Ends all connections, writes everything out, and waits for the end. */
  stop(): Promise<void>
  /** Stops, and leaves nothing of the data behind. */
  destroy(): Promise<void>
}

/** Starts the embedded PostgreSQL on a folder, or takes over one that still runs there. */
export function startEmbeddedDatabase(options: {
  folder: string
  /** False trades safety for speed: for data that may be lost only. True when not said. */
  durable?: boolean
  settings?: Record<string, string | number>
}): Promise<EmbeddedDatabase>

/** A port of the loopback address that nobody listens on; the wanted one when it is free. */
export function freePort(wanted?: number): Promise<number>
