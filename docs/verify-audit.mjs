// Verifies an export of the audit in JSON lines, without Gangway: node verify-audit.mjs Audit.jsonl
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"

const entry = [
  "id",
  "at",
  "move",
  "actor_id",
  "actor_name",
  "actor_role",
  "record_kind",
  "record_id",
  "record_label",
  "from",
  "to",
  "reason",
  "record_ids",
  "decision_id",
]
const change = ["id", "at", "actor_id", "actor_name", "record_kind", "record_id", "field", "from", "to"]
const value = (text) => (text === null ? "-," : `${Buffer.byteLength(text)}:${text},`)
const textOf = (said) => (Array.isArray(said) ? said.join(" ") : said)
const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex")

let [rows, unsealed, gaps, last] = [0, 0, 0, { seq: 0, hash: "0".repeat(64) }]
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const row = JSON.parse(line)
  if (row.seq === null) {
    unsealed += 1
    continue
  }
  const values = [...entry.map((name) => textOf(row[name])), ...row.changes.flatMap((each) => change.map((name) => each[name]))]
  const content = hashOf(values.map(value).join(""))
  const hash = hashOf(Buffer.from(row.previous_hash, "hex"), Buffer.from(content, "hex"))
  if (content !== row.content_hash || hash !== row.hash) fail(row, "does not say what was sealed")
  if (row.seq === last.seq + 1 ? row.previous_hash !== last.hash : row.seq <= last.seq) fail(row, "does not follow the one before it")
  if (row.seq !== last.seq + 1) gaps += 1
  last = row
  rows += 1
}
console.log(
  `${rows} rows hold, ${gaps} times others lie between them, ${unsealed} are not sealed yet. The last hash is ${last.hash}, at place ${last.seq}.`,
)

function fail(row, what) {
  console.error(`Row ${row.id} at place ${row.seq} ${what}.`)
  process.exit(1)
}
