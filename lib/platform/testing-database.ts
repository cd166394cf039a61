import { freshDatabase } from "./testing"

// Not dropped at the file's end: a pool may still hold connections, and the whole server goes when the run ends.
await freshDatabase()
