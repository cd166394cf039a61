import { afterEach, describe, expect, test, vi } from "vitest"
import { inTransaction } from "@/lib/platform/context"
import { db, pool } from "@/lib/platform/db"
import { newId } from "@/lib/platform/ids"
import { addNote } from "@/lib/sales/activities/add-note"
import { assignLead } from "@/lib/sales/leads/assign-lead"
import { aLead, aStaff, merge, qualify, unmerge } from "@/prisma/makers"
import type { Staff } from "./actor"
import { type Guest, type LiveEvent, LiveHub } from "./live-hub"
import type { LiveNews } from "./live-kinds"
import { openSession, standingSessions } from "./sessions"
import { signOut } from "./sign-out"

const hubs: LiveHub[] = []

/** A web of its own, as another process would be; ready when its line to the database is open. */
async function aWeb(): Promise<LiveHub> {
  const hub = new LiveHub()
  hubs.push(hub)
  const first = await aGuest(hub, await aStaff("auditor"))
  await vi.waitFor(() => expect(first.events).toContainEqual({ name: "gap", data: null }), 5_000)
  first.leave()
  return hub
}

async function aGuest(hub: LiveHub, staff: Staff, recordId: string | null = null) {
  const events: LiveEvent[] = []
  await inTransaction(staff, async (ctx) => openSession(ctx, staff.id, null))
  const { id: sessionId } = await db.session.findFirstOrThrow({ where: { personId: staff.id }, orderBy: { createdAt: "desc" } })
  const close = vi.fn(() => leave())
  const { id: personId, name, staffRole: role } = staff
  const guest: Guest = { sessionId, personId, name, role, recordId, send: (event) => events.push(event), close }
  const leave = hub.join(guest, 0)
  const news = () => events.flatMap((event): LiveNews[] => (event.name === "news" ? [event.data] : []))
  const here = () => events.flatMap((event) => (event.name === "here" ? [event.data.map((one) => one.name)] : [])).at(-1)
  return { events, news, here, leave, close, sessionId }
}

const take = (staff: Staff, leadId: string) =>
  inTransaction(staff, (ctx) => assignLead({ ...ctx, actor: staff }, { leadId, ownerId: staff.id }))

afterEach(() => {
  for (const hub of hubs.splice(0)) hub.end()
})

describe("what changes", () => {
  test("is heard on every web, with its kind, its id and who did it", async () => {
    const [one, other] = [await aWeb(), await aWeb()]
    const [maja, tomas] = [await aStaff("seller"), await aStaff("seller")]
    const lead = await aLead()
    const [mine, theirs] = [await aGuest(one, maja), await aGuest(other, tomas)]
    await take(maja, lead.id)
    const change = { changes: expect.arrayContaining([{ kind: "lead", id: lead.id }]) }
    await vi.waitFor(() => {
      expect(mine.news()).toContainEqual(expect.objectContaining({ by: { name: maja.name, isMe: true }, ...change }))
      expect(theirs.news()).toContainEqual(expect.objectContaining({ by: { name: maja.name, isMe: false }, ...change }))
    })
  })

  test("names every record that a qualification touched on both sides, by its kind", async () => {
    const hub = await aWeb()
    const seller = await aStaff("seller")
    const lead = await aLead()
    const guest = await aGuest(hub, await aStaff("auditor"))
    await qualify(seller, lead.id)
    const { opportunityId, accountId } = await db.lead.findUniqueOrThrow({ where: { id: lead.id } })
    await vi.waitFor(() => {
      const changes = guest.news().flatMap((news) => news.changes)
      expect(changes).toContainEqual({ kind: "opportunity", id: opportunityId })
      expect(changes).toContainEqual({ kind: "account", id: accountId })
      expect(changes).toContainEqual({ kind: "prospect", id: lead.prospectId })
    })
  })

  test("is heard of a merge that was taken back by the merge's own id, so that nobody is offered to undo it any more", async () => {
    const hub = await aWeb()
    const seller = await aStaff("sales_manager")
    const [one, two] = [await aLead(), await aLead()]
    const { mergeId } = await merge(seller, "lead", [one.id, two.id])
    const guest = await aGuest(hub, await aStaff("seller"))
    await unmerge(seller, mergeId)
    await vi.waitFor(() => expect(guest.news().flatMap(({ changes }) => changes)).toContainEqual({ kind: "", id: mergeId }))
  })

  test("is heard for a note as well, which leaves no audit row", async () => {
    const hub = await aWeb()
    const seller = await aStaff("seller")
    const lead = await aLead()
    const guest = await aGuest(hub, await aStaff("seller"))
    await inTransaction(seller, (ctx) => addNote({ ...ctx, actor: seller }, { about: "lead", id: lead.id, text: "Called" }))
    await vi.waitFor(() => expect(guest.news().flatMap(({ changes }) => changes)).toContainEqual({ kind: "lead", id: lead.id }))
  })

  test("is not heard when the transaction came to nothing", async () => {
    const hub = await aWeb()
    const seller = await aStaff("seller")
    const [undone, done] = [await aLead(), await aLead()]
    const guest = await aGuest(hub, seller)
    const broken = inTransaction(seller, async (ctx) => {
      await assignLead({ ...ctx, actor: seller }, { leadId: undone.id, ownerId: seller.id })
      throw new Error("power cut")
    })
    await expect(broken).rejects.toThrow("power cut")
    await take(seller, done.id)
    const taken = () => JSON.stringify(guest.news().filter(({ by }) => by?.isMe))
    await vi.waitFor(() => expect(taken()).toContain(done.id))
    expect(taken()).not.toContain(undone.id)
  })

  test("is heard by a page that was rendered before it and listened after it", async () => {
    const hub = await aWeb()
    const seller = await aStaff("seller")
    const lead = await aLead()
    const early = await aGuest(hub, await aStaff("seller"))
    await take(seller, lead.id)
    await vi.waitFor(() => expect(JSON.stringify(early.news())).toContain(lead.id))
    const events: LiveEvent[] = []
    const guest = { sessionId: newId(), personId: newId(), name: "Late", role: "seller" as const, recordId: null, close: () => {} }
    hub.join({ ...guest, send: (event) => events.push(event) }, 5_000)
    const said = JSON.stringify(events)
    expect(said.includes(lead.id) || said.includes("gap")).toBe(true)
  })

  test("may have been missed while the database was away: then every page is told to look again", async () => {
    const hub = await aWeb()
    const guest = await aGuest(hub, await aStaff("seller"))
    await pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gangway live' and datname = current_database()",
    )
    await vi.waitFor(() => expect(guest.events).toContainEqual({ name: "gap", data: null }), 5_000)
    const seller = await aStaff("seller")
    const lead = await aLead()
    await take(seller, lead.id)
    await vi.waitFor(() => expect(JSON.stringify(guest.news())).toContain(lead.id), 5_000)
  })
})

describe("who is here", () => {
  test("is shown across webs, once a person, and not to oneself; who leaves is gone", async () => {
    const [one, other] = [await aWeb(), await aWeb()]
    const [maja, tomas] = [await aStaff("seller", { name: "Maja" }), await aStaff("seller", { name: "Tomás" })]
    const { id } = await aLead()
    const watching = await aGuest(one, maja, id)
    const [first, second] = [await aGuest(other, tomas, id), await aGuest(one, tomas, id)]
    await vi.waitFor(() => {
      expect(watching.here()).toEqual(["Tomás"])
      expect(first.here()).toEqual(["Maja"])
    })
    expect(await db.presence.count({ where: { recordId: id } })).toBe(2)
    first.leave()
    await vi.waitFor(async () => expect(await db.presence.count({ where: { recordId: id, personId: tomas.id } })).toBe(1))
    await vi.waitFor(() => expect(watching.here()).toEqual(["Tomás"]))
    second.leave()
    await vi.waitFor(() => expect(watching.here()).toEqual([]))
    expect(await db.presence.count({ where: { recordId: id } })).toBe(1)
  })

  test("is nobody who fell silent", async () => {
    const hub = await aWeb()
    const { id } = await aLead()
    await db.presence.create({ data: { recordId: id, personId: newId(), personName: "Ghost", seenAt: new Date(Date.now() - 60_000) } })
    const guest = await aGuest(hub, await aStaff("seller"), id)
    await vi.waitFor(() => expect(guest.here()).toEqual([]))
  })
})

describe("a session", () => {
  test("that ends takes its open pages with it at once, and no others", async () => {
    const hub = await aWeb()
    const seller = await aStaff("seller")
    const [leaving, staying] = [await aGuest(hub, seller), await aGuest(hub, await aStaff("seller"))]
    await inTransaction(seller, (ctx) => signOut(ctx, { sessionId: leaving.sessionId, personId: seller.id }))
    await vi.waitFor(() => expect(leaving.events).toContainEqual({ name: "end", data: null }))
    expect(leaving.close).toHaveBeenCalledOnce()
    expect(staying.close).not.toHaveBeenCalled()
  })

  test("does not stand once it has ended, expired, idled out, or its person is disabled", async () => {
    const staff = await aStaff("seller")
    const hub = await aWeb()
    const { sessionId } = await aGuest(hub, staff)
    const stands = async () => (await standingSessions([sessionId])).get(sessionId)
    expect(await stands()).toBe("seller")
    for (const ended of [{ endedAt: new Date() }, { expiresAt: new Date(0) }, { lastSeenAt: new Date(0) }]) {
      const { id: _, ...before } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
      await db.session.update({ where: { id: sessionId }, data: ended })
      expect(await stands()).toBeUndefined()
      await db.session.update({ where: { id: sessionId }, data: before })
    }
    await db.person.update({ where: { id: staff.id }, data: { disabledAt: new Date() } })
    expect(await stands()).toBeUndefined()
  })
})
