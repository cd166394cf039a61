import { listen } from "@/lib/platform/listen"
import { log } from "@/lib/platform/log"
import type { Notice } from "@/lib/platform/notice"
import { tell } from "@/lib/platform/tell"
import { type LiveNews, newsFor } from "./live-kinds"
import type { ActingRole } from "./permissions"
import { arrive, depart, type Place, sweepPresence, whoIsAt } from "./presence"
import { standingSessions } from "./sessions"

/** What is sent to an open page. */
export type LiveEvent =
  | { name: "news"; data: LiveNews }
  /** Something may have been missed: look again. */
  | { name: "gap"; data: null }
  | { name: "here"; data: { id: string; name: string }[] }
  | { name: "beat"; data: null }
  /** The session is over. */
  | { name: "end"; data: null }

/** An open page, from here. */
export type Guest = {
  sessionId: string
  personId: string
  name: string
  role: ActingRole
  recordId: string | null
  send: (event: LiveEvent) => void
  close: () => void
}

const beatMs = 15_000
/** How long the hub remembers what it heard, for pages that were rendered a moment before they listened. */
const memoryMs = 60_000
const memorySize = 1_000

/** All open pages of this web, on one connection to the database. */
export class LiveHub {
  readonly guests = new Set<Guest>()
  private readonly stop = new AbortController()
  private heard: { at: number; notice: Notice }[] = []
  private openSince: number | null = null
  private beating: NodeJS.Timeout | undefined

  start(): void {
    if (this.beating) return
    this.beating = setInterval(() => void this.quietly(() => this.beat()), beatMs)
    this.beating.unref()
    void listen({ hear: (notices) => this.hear(notices), open: () => this.open() }, this.stop.signal)
  }

  /** Lets a page in; it hears first what changed in the last `ageMs`, since it was rendered. Returns the way out. */
  join(guest: Guest, ageMs: number): () => void {
    this.start()
    this.guests.add(guest)
    this.recall(guest, Date.now() - ageMs)
    void this.quietly(() => this.settle(guest))
    let isIn = true
    return () => {
      if (isIn) void this.quietly(() => this.leave(guest))
      isIn = false
    }
  }

  /** Before the line to the database is open there is nothing to recall: its opening is told to all. */
  private recall(guest: Guest, since: number): void {
    if (this.openSince === null) return
    const oldest = this.heard.length < memorySize ? Math.max(this.openSince, Date.now() - memoryMs) : (this.heard[0]?.at ?? 0)
    if (since < oldest) guest.send({ name: "gap", data: null })
    else for (const { at, notice } of this.heard) if (at >= since) this.pass(guest, notice)
  }

  end(): void {
    this.stop.abort()
    clearInterval(this.beating)
    for (const guest of this.guests) guest.close()
  }

  private async settle(guest: Guest): Promise<void> {
    const place = placeOf(guest)
    if (!place) return
    tellPresence(await arrive([place]))
    await this.show([place.recordId], [guest])
  }

  private async leave(guest: Guest): Promise<void> {
    this.guests.delete(guest)
    const place = placeOf(guest)
    if (!place || this.isStillAt(place)) return
    if (await depart(place)) tellPresence([place.recordId])
    // The same person came back while the row was taken away.
    if (this.isStillAt(place)) tellPresence(await arrive([place]))
  }

  private isStillAt = ({ recordId, personId }: Place) =>
    [...this.guests].some((guest) => guest.recordId === recordId && guest.personId === personId)

  private open(): void {
    for (const guest of this.guests) guest.send({ name: "gap", data: null })
    this.openSince = Date.now()
    this.heard = []
  }

  private hear(notices: Notice[]): void {
    const at = Date.now()
    this.heard = [...this.heard.filter((one) => at - one.at < memoryMs), ...notices.map((notice) => ({ at, notice }))].slice(-memorySize)
    for (const notice of notices) for (const guest of this.guests) this.pass(guest, notice)
    const idsOf = (kind: string) => notices.flatMap(({ records }) => records.filter((one) => one.kind === kind).map(({ id }) => id))
    const [persons, records] = [idsOf("session"), idsOf("presence")]
    const theirs = [...this.guests].filter(({ personId }) => persons.includes(personId))
    if (theirs.length > 0) void this.quietly(() => this.dismiss(theirs))
    if (records.length > 0) void this.quietly(() => this.show(records))
  }

  private pass(guest: Guest, notice: Notice): void {
    const news = newsFor(notice, guest)
    if (news) guest.send({ name: "news", data: news })
  }

  /** Shows to those at the records who else is there, and puts back who is there in truth. */
  private async show(recordIds: string[], to: Iterable<Guest> = this.guests): Promise<void> {
    const concerned = [...to].filter(({ recordId }) => recordId !== null && recordIds.includes(recordId))
    if (concerned.length === 0) return
    const places = await whoIsAt(recordIds)
    const lost = concerned.flatMap((guest) => placeOf(guest) ?? []).filter((place) => !places.some((known) => isSame(known, place)))
    if (lost.length > 0) tellPresence(await arrive(lost.filter(this.isStillAt)))
    for (const guest of concerned) {
      const others = places.filter((place) => place.recordId === guest.recordId && place.personId !== guest.personId)
      guest.send({ name: "here", data: others.map(({ personId, personName }) => ({ id: personId, name: personName })) })
    }
  }

  /** Ends the pages whose session does not stand any more, or whose role is another now. */
  private async dismiss(guests: Guest[]): Promise<void> {
    const standing = await standingSessions(guests.map(({ sessionId }) => sessionId))
    for (const guest of guests) {
      if (standing.get(guest.sessionId) === guest.role) continue
      guest.send({ name: "end", data: null })
      guest.close()
    }
  }

  private async beat(): Promise<void> {
    if (this.guests.size === 0) return
    for (const guest of this.guests) guest.send({ name: "beat", data: null })
    await this.dismiss([...this.guests])
    const places = new Map<string, Place>()
    for (const guest of this.guests) {
      const place = placeOf(guest)
      if (place) places.set(`${place.recordId} ${place.personId}`, place)
    }
    tellPresence([...(await arrive([...places.values()])), ...(await sweepPresence())])
  }

  /** While the database does not answer, pages stay open and hear of it when it is back. */
  private async quietly(work: () => Promise<unknown>): Promise<void> {
    await work().catch((error: unknown) => log.warn({ error: error instanceof Error ? error.message : "unknown" }, "live: put off"))
  }
}

const placeOf = ({ recordId, personId, name }: Guest): Place | null => (recordId ? { recordId, personId, personName: name } : null)

const isSame = (one: Place, other: Place) => one.recordId === other.recordId && one.personId === other.personId

function tellPresence(recordIds: string[]): void {
  if (recordIds.length > 0) tell({ by: null, records: recordIds.map((id) => ({ kind: "presence", id })), many: [] })
}

const kept = globalThis as { gangwayLive?: LiveHub }

/** The hub of this process. */
export function liveHub(): LiveHub {
  if (!kept.gangwayLive) {
    const hub = new LiveHub()
    kept.gangwayLive = hub
    // An open page would hold the server from ending.
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => hub.end())
  }
  return kept.gangwayLive
}
