import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { sealNext } from "@/lib/platform/audit-chain/seal-audit"
import { newId } from "@/lib/platform/ids"
import { readListQuery, type SearchParams } from "@/lib/platform/list-query"
import { moveWords } from "@/lib/platform/move-words"
import { aLead, anOpportunity, aProspect, aStaff, qualify, win } from "@/prisma/makers"
import { type AuditArea, auditAreas, movesOf } from "./areas"
import { exportAudit } from "./export-audit"
import { getAuditEntry, labelOfRecord } from "./get-entry"
import { auditList } from "./list"
import { getChainState, listAudit } from "./queries"

const hour = new Date("2026-03-02T09:00:00Z")
const clock = () => new Date("2026-03-03T10:00:00Z")
let maja: Staff
let ibrahim: Staff
let lead: Awaited<ReturnType<typeof aLead>>

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  ibrahim = await aStaff("auditor", { name: "Ibrahim Sesay" })
  lead = await aLead({ companyName: "Brændgaard Marine ApS" }, hour)
  await qualify(maja, lead.id, {}, new Date("2026-03-05T09:00:00Z"))
  await aProspect({}, new Date("2026-03-09T09:00:00Z"))
  while (await sealNext());
})

const moves = async (given: SearchParams) => (await listAudit(readListQuery(auditList, given), maja.id)).rows.map(({ move }) => move)

describe("the audit", () => {
  test.each([
    [{}, ["request.submit", "lead.qualify", "request.submit"]],
    [{ move: "lead.qualify" }, ["lead.qualify"]],
    [{ area: "commerce" }, ["request.submit", "request.submit"]],
    [{ area: "sales", person: "none" }, []],
    [{ person: "me" }, ["lead.qualify"]],
    [{ person: "none" }, ["request.submit", "request.submit"]],
    [{ from: "2026-03-05", to: "2026-03-05" }, ["lead.qualify"]],
    [{ to: "2026-03-04" }, ["request.submit"]],
    [{ q: "brændgaard" }, ["lead.qualify"]],
    [{ q: "lindqvist" }, ["lead.qualify"]],
    [{ q: "100%" }, []],
    [{ from: "nonsense", person: "nobody", record: "x", move: "no.such" }, ["request.submit", "lead.qualify", "request.submit"]],
  ])("%o shows what fits", async (given, expected) => {
    expect(await moves(given as SearchParams)).toEqual(expected)
  })

  test("a number, and a record, stand for every move that touched it", async () => {
    expect(await moves({ q: lead.prospectNumber?.toLowerCase() })).toEqual(["lead.qualify", "request.submit"])
    expect(await moves({ record: lead.id })).toEqual(["lead.qualify", "request.submit"])
    expect(await moves({ q: "PRO-999999" })).toEqual([])
    expect(await labelOfRecord(lead.id)).toBe("Brændgaard Marine ApS")
  })

  test("a row opens to all that it touched, what it changed, what decided and where it stands in the chain", async () => {
    const [row] = (await listAudit(readListQuery(auditList, { move: "lead.qualify" }), maja.id)).rows
    const entry = await getAuditEntry(row?.id ?? "")
    expect(entry?.touched.map(({ kind }) => kind).sort()).toEqual(
      expect.arrayContaining(["account", "contact", "customer", "lead", "opportunity", "prospect"]),
    )
    expect(entry?.touched.every(({ label }) => label)).toBe(true)
    expect(entry).toMatchObject({ rule: null, undone: null, byTwo: false, seal: { place: expect.any(Number), block: 1 } })
    expect(await getAuditEntry("nothing")).toBeNull()
    expect(await getAuditEntry(newId())).toBeNull()
  })

  test("every move is of one area, and each area has some", () => {
    const areas = Object.keys(auditAreas) as AuditArea[]
    expect(areas.flatMap(movesOf).sort()).toEqual(Object.keys(moveWords).sort())
    expect(areas.every((area) => movesOf(area).length > 0)).toBe(true)
  })

  test("says how far it is sealed", async () => {
    expect(await getChainState()).toMatchObject({ sealed: 3, waiting: 0, verifiedAt: null, isBroken: false, head: expect.any(String) })
  })
})

describe("an export of the audit", () => {
  const ask = async (given: Record<string, string>, staff = ibrahim) => {
    const params = new URLSearchParams({ run: newId(), ...given })
    const request = new Request(`http://localhost:3000/settings/audit/export?${params}`)
    return exportAudit(staff, readListQuery(auditList, given), request, clock)
  }

  async function verified(text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "gangway-audit-"))
    const file = join(folder, "Audit.jsonl")
    await writeFile(file, text)
    const ran = promisify(execFile)(process.execPath, ["docs/verify-audit.mjs", file])
    return ran
      .then(
        ({ stdout }) => stdout,
        ({ stderr }: { stderr: string }) => stderr,
      )
      .finally(() => rm(folder, { recursive: true }))
  }

  test("is verified from outside with the script of the documentation, and a change in it is found", async () => {
    const deal = await anOpportunity(maja)
    await win(maja, deal.id)
    while (await sealNext());
    const response = await ask({ format: "jsonl" })
    expect(response.headers.get("content-disposition")).toContain("Audit 2026-03-03.jsonl")
    const text = await response.text()
    const rows = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    expect(rows.at(0)).toMatchObject({
      seq: 1,
      move: "request.submit",
      record_ids: expect.arrayContaining([lead.id]),
      previous_hash: "0".repeat(64),
    })
    expect(rows.at(-1)).toMatchObject({ move: "list.export", actor_name: "Ibrahim Sesay", seq: null, hash: null })
    expect(await verified(text)).toMatch(/^\d rows hold, 0 times others lie between them, 1 are not sealed yet/)
    expect(await verified(text.replace("Brændgaard", "Somebody"))).toMatch(/does not say what was sealed/)
    expect(await verified(text.split("\n").slice(1).join("\n"))).toMatch(/hold, 1 times others/)
  })

  test("holds what the filter leaves, and as CSV no formula", async () => {
    await aProspect({ firstName: "=cmd", lastName: "Silva" }, new Date("2026-03-20T09:00:00Z"))
    const text = await (await ask({ format: "csv", from: "2026-03-20", to: "2026-03-20" })).text()
    const [head, first, ...rest] = text.trim().split("\r\n")
    expect(head).toContain("seq,id,at,move,actor_id,actor_name")
    expect(first).toContain("'=cmd Silva")
    expect(rest).toEqual([])
  })

  test("of another site is refused, and nothing leaves", async () => {
    const request = new Request("http://localhost:3000/settings/audit/export", { headers: { "sec-fetch-site": "cross-site" } })
    await expect(exportAudit(ibrahim, readListQuery(auditList, {}), request, clock)).rejects.toThrow("own page")
  })
})
