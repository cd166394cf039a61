import type { Verdict } from "@/lib/platform/audit-chain/verify-chain"

const figure = new Intl.NumberFormat("en")
const startedAt = Date.now()

/** 0: the chain holds. 1: it does not, and the first row that is wrong is named. 2: it could not be read. */
try {
  const { verifyAudit } = await import("@/lib/settings/health/verify-audit")
  const verdict: Verdict = await verifyAudit((rows) => process.stderr.write(`${figure.format(rows)} rows\r`))
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
  const waiting = verdict.waiting > 0 ? ` ${figure.format(verdict.waiting)} rows wait for their seal.` : ""
  if (verdict.flaw) {
    const { seq, entryId, what } = verdict.flaw
    console.error(`The audit is broken${seq ? ` at place ${seq}` : ""}${entryId ? `, row ${entryId}` : ""}. ${what}`)
    console.error(`${figure.format(verdict.sealed)} rows before it hold (${seconds} s).`)
    process.exit(1)
  }
  console.log(`The audit holds: ${figure.format(verdict.sealed)} rows in ${figure.format(verdict.blocks)} blocks (${seconds} s).${waiting}`)
  if (verdict.head) console.log(`Its last hash is ${verdict.head}. Keep it elsewhere: it says that nothing before it was changed.`)
  process.exit(0)
} catch (error) {
  console.error(`The audit could not be verified: ${error instanceof Error ? error.message : error}`)
  process.exit(2)
}
