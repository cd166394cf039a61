import { beforeAll, describe, expect, test } from "vitest"
import type { Staff } from "@/lib/identity/actor"
import { db, type Tx } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { aLead, anOpportunity, aProspect, aStaff, disqualify, qualify, win } from "@/prisma/makers"
import { brokenInvariants, invariants } from "./invariants"

let maja: Staff
let won: { id: string; prospectId: string | null; accountId: string; contactId: string }
let open: { id: string }
let qualified: { id: string }
let lost: { decisionId: string }

beforeAll(async () => {
  maja = await aStaff("seller", { name: "Maja Lindqvist" })
  won = await anOpportunity(maja)
  await win(maja, won.id)
  open = await aLead()
  qualified = await aLead()
  await qualify(maja, qualified.id)
  const refused = await aLead()
  await disqualify(maja, refused.id)
  const decision = await db.decision.findFirstOrThrow({ where: { leadId: refused.id } })
  lost = { decisionId: decision.id }
})

class Mended extends Error {}

/** Breaks something behind the back of every trigger and constraint, asks what is broken, and mends it again. */
async function brokenBy(damage: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  let found: string[] = []
  const mended = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe("set local session_replication_role = replica")
    const checks = await tx.$queryRaw<{ sql: string }[]>`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
      where contype = 'c' and connamespace in ('sales'::regnamespace, 'commerce'::regnamespace)`
    for (const { sql } of checks) await tx.$executeRawUnsafe(sql)
    await damage(tx)
    found = (await brokenInvariants(tx)).map(({ invariant }) => invariant)
    throw new Mended()
  })
  await expect(mended).rejects.toBeInstanceOf(Mended)
  return found
}

const words = (key: string) => invariants.find((invariant) => invariant.key === key)?.words

const damages: Record<string, (tx: Tx) => Promise<unknown>> = {
  "prospect-lead": (tx) => tx.$executeRaw`update sales.lead set prospect_id = null where id = ${open.id}::uuid`,
  "prospect-mirrored": (tx) => tx.$executeRaw`update commerce.prospect set lead_id = null where lead_id = ${open.id}::uuid`,
  "lead-prospect": (tx) => tx.$executeRaw`delete from commerce.prospect where lead_id = ${open.id}::uuid`,
  "merged-prospect": (tx) => tx.$executeRaw`update commerce.prospect set status = 'merged' where lead_id = ${open.id}::uuid`,
  "merged-away": (tx) =>
    tx.$executeRaw`insert into platform.merged_record (id, kind, label, into_id, into_label, at, actor_name, merge_id)
      values (${open.id}::uuid, 'lead', 'x', ${qualified.id}::uuid, 'y', now(), 'Nobody', ${newId()}::uuid)`,
  "qualified-parties": (tx) => tx.$executeRaw`update sales.lead set account_id = null where id = ${qualified.id}::uuid`,
  "qualified-opportunity": (tx) =>
    tx.$executeRaw`delete from sales.opportunity where id = (select opportunity_id from sales.lead where id = ${qualified.id}::uuid)`,
  "qualified-customers": async (tx) => {
    await tx.$executeRaw`update platform.table_map set changed_at = '2001-01-01'`
    await tx.$executeRaw`update sales.contact set customer_id = null where id = (select contact_id from sales.lead where id = ${qualified.id}::uuid)`
  },
  "account-customer": (tx) => tx.$executeRaw`update commerce.customer set sales_id = null where sales_id = ${won.accountId}::uuid`,
  "contact-customer": (tx) => tx.$executeRaw`update commerce.customer set sales_id = null where sales_id = ${won.contactId}::uuid`,
  "one-end-state": (tx) => tx.$executeRaw`update sales.opportunity set status_reason = 'canceled' where id = ${won.id}::uuid`,
  "hierarchy-channels": (tx) => tx.$executeRaw`update commerce.hierarchy set channels = '{}'`,
  "hierarchy-admin": (tx) => tx.$executeRaw`update commerce.hierarchy_member set role = 'user'`,
  "approved-hierarchy": (tx) => tx.$executeRaw`update commerce.hierarchy set suspended_at = now()`,
  "approved-won": (tx) =>
    tx.$executeRaw`update sales.opportunity set state = 'open', status_reason = 'in_progress', closed_at = null where id = ${won.id}::uuid`,
  "rejected-closed": (tx) =>
    tx.$executeRaw`update commerce.prospect set status = 'rejected', decided_at = now() where lead_id = ${open.id}::uuid`,
  "decision-mail": (tx) => tx.$executeRaw`delete from platform.mail where decision_id = ${lost.decisionId}::uuid`,
  "undone-mail": (tx) =>
    tx.$executeRaw`update platform.decision set undone_at = now(), undone_by = 'Nobody' where id = ${lost.decisionId}::uuid`,
  "decision-audit": (tx) => tx.$executeRaw`delete from platform.audit_entry where decision_id = ${lost.decisionId}::uuid`,
  "undo-audit": (tx) =>
    tx.$executeRaw`update platform.decision set undone_at = now(), undone_by = 'Nobody' where id = ${lost.decisionId}::uuid`,
  "customer-counterpart": (tx) => tx.$executeRaw`update sales.account set customer_id = null where id = ${won.accountId}::uuid`,
  "invoice-account": (tx) => tx.$executeRaw`update commerce.customer set invoice_account_id = null where sales_id = ${won.contactId}::uuid`,
  "customer-channels": (tx) => tx.$executeRaw`update commerce.customer set channels = null where sales_id = ${won.contactId}::uuid`,
  "archived-seat": (tx) => tx.$executeRaw`update commerce.customer set status = 'archived' where sales_id = ${won.contactId}::uuid`,
  "outlet-tree": (tx) =>
    tx.$executeRaw`insert into commerce.outlet (id, hierarchy_id, customer_id, parent_id, created_at)
      select ${newId()}::uuid, h.id, h.organization_id, ${newId()}::uuid, now() from commerce.hierarchy h limit 1`,
  "outlet-or-head": (tx) =>
    tx.$executeRaw`insert into commerce.outlet (id, hierarchy_id, customer_id, parent_id, created_at)
      select ${newId()}::uuid, h.id, h.organization_id, null, now() from commerce.hierarchy h limit 1`,
  "decision-by-two": async (tx) => {
    const id = newId()
    await tx.$executeRaw`
      insert into platform.approval (id, move, state, lead_id, label, input, rule_id, rule_name, rule_version, asked_by_id, asked_by_name, asked_at, answered_by_id,
        answered_by_name, answered_at) values (${id}::uuid, 'disqualify', 'confirmed', ${open.id}::uuid, 'x', '{}', ${newId()}::uuid, 'y', 1, ${maja.id}::uuid, 'Maja',
        now(), ${newId()}::uuid, 'Somebody', now())`
    await tx.$executeRaw`update platform.decision set approval_id = ${id}::uuid where id = ${lost.decisionId}::uuid`
  },
  "decision-hour": (tx) =>
    tx.$executeRaw`update platform.decision set undoable_until = '9999-01-01T00:00:00Z' where id = ${lost.decisionId}::uuid`,
  "merge-record": (tx) =>
    tx.$executeRaw`insert into platform.record_merge (id, kind, at, actor_name, primary_id, primary_label, loser_id, loser_label, taken, moved, written, texts, counts, undoable_until, kept)
      values (${newId()}::uuid, 'lead', now(), 'Nobody', ${open.id}::uuid, 'x', ${newId()}::uuid, 'y', '[]', '[]', '[]', '[]', '{}', now(), '{}')`,
}

test("a house in order breaks no invariant", async () => {
  await aProspect()
  expect(await brokenInvariants()).toEqual([])
})

describe("an invariant that is broken is named", () => {
  test("by its words, of which each has a test here", () => {
    const listed = invariants.map(({ key }) => key).filter((key) => !key.startsWith("credit"))
    expect(Object.keys(damages).sort()).toEqual(listed.sort())
    expect(new Set(invariants.map(({ words: sentence }) => sentence)).size).toBe(invariants.length)
  })

  test.each(Object.keys(damages))("%s", async (key) => {
    expect(await brokenBy((tx) => damages[key]?.(tx) ?? Promise.resolve())).toContain(words(key))
  })
})
