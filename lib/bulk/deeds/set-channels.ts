import { z } from "zod"
import {
  type Belonging,
  type BelongingChange,
  belongingAfter,
  belongingWords,
  type JudgedChannel,
  refusalToBelong,
} from "@/lib/commerce/hierarchies/belonging"
import { changeBelongings, type Moved } from "@/lib/commerce/hierarchies/change-belonging"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError, type Refusal } from "@/lib/platform/errors"
import type { Deed, RunItem } from "../run-job"
import { idsOf, lockRecords, sortOut, undoneOrKept } from "../sort-out"

const hows = ["join", "leave", "all"] as const
/** `word`: the channel's name on the day on which the run was made. */
const Input = z.object({ how: z.enum(hows), channel: z.string().nullable(), word: z.string() })
type Input = z.output<typeof Input>
const Before = z.object({ inAllChannels: z.boolean(), channels: z.array(z.string()) })

const changeIn = ({ how, channel }: Input): BelongingChange => (how === "all" ? { how } : { how, channel: channel ?? "" })

const select = { id: true, number: true, version: true, organizationId: true, inAllChannels: true, channels: true } as const
const readHierarchies = (tx: Tx, items: readonly RunItem[]) => tx.hierarchy.findMany({ where: { id: { in: idsOf(items) } }, select })
type Row = Awaited<ReturnType<typeof readHierarchies>>[number]

const lock = (tx: Tx, items: readonly RunItem[]) => lockRecords(tx, Prisma.sql`commerce.hierarchy`, idsOf(items))

const readChannels = (tx: Tx): Promise<JudgedChannel[]> => tx.channel.findMany({ select: { code: true, name: true, archivedAt: true } })
const namesOf = (channels: readonly JudgedChannel[]) => Object.fromEntries(channels.map(({ code, name }) => [code, name]))

const belongingOf = ({ inAllChannels, channels }: Row): Belonging => ({ inAllChannels, channels })
const isRefused = (after: Belonging | Refusal): after is Refusal => "message" in after

/** Where a hierarchy belongs after the change, or why it cannot: a channel may have been archived since the run was made. */
function afterOf(row: Row, input: Input, channels: readonly JudgedChannel[]): Belonging | Refusal {
  const before = belongingOf(row)
  const after = belongingAfter(before, changeIn(input), input.word)
  return isRefused(after) ? after : (refusalToBelong(after, channels, before) ?? after)
}

const movedOf = (row: Row, to: Belonging): Moved => ({ ...row, from: belongingOf(row), to })

/** A channel that is archived takes nobody in; one leaves it. */
async function readInput(tx: Tx, typed: Record<string, string>): Promise<Input> {
  const how = hows.find((one) => one === typed.how)
  if (!how) throw new AppError("invalid", "Choose what to change.", { fields: { how: "Choose what to change" } })
  if (how === "all") return { how, channel: null, word: "all channels" }
  const channel = await tx.channel.findUnique({
    where: { code: typed.channel ?? "" },
    select: { code: true, name: true, archivedAt: true },
  })
  const why =
    channel === null ? "Choose a channel" : how === "join" && channel.archivedAt ? `${channel.name} is archived. Choose another` : null
  if (channel === null || why) throw new AppError("invalid", `${why}.`, { fields: { channel: why ?? "" } })
  return { how, channel: channel.code, word: channel.name }
}

const titles = {
  join: ({ word }: Input) => `Into ${word}`,
  leave: ({ word }: Input) => `Out of ${word}`,
  all: () => "Into all channels",
}

const setChannels: Deed = {
  atOnce: 100,
  async prepare({ tx }, typed) {
    const input = await readInput(tx, typed)
    return { input, title: titles[input.how](input) }
  },
  async check(tx, _staff, run, items) {
    const input = Input.parse(run.input)
    const [rows, channels] = [await readHierarchies(tx, items), await readChannels(tx)]
    const names = namesOf(channels)
    const found = new Map(rows.map((row) => [row.id, row]))
    return items.map(({ place, recordId }) => {
      const row = found.get(recordId)
      if (!row) return { place, verdict: "blocked", told: "It is not there any more." }
      const after = afterOf(row, input, channels)
      if (isRefused(after)) return { place, verdict: "blocked", told: after.message }
      return { place, verdict: "ready", told: `${belongingWords(row, names)} → ${belongingWords(after, names)}` }
    })
  },
  async perform(ctx, run, items) {
    const input = Input.parse(run.input)
    await lock(ctx.tx, items)
    const [rows, channels] = [await readHierarchies(ctx.tx, items), await readChannels(ctx.tx)]
    const after = new Map(rows.map((row) => [row.id, afterOf(row, input, channels)]))
    const { fit, unfit } = await sortOut(ctx.tx, items, rows, ({ id }) => {
      const to = after.get(id)
      return to && isRefused(to) ? to : null
    })
    const given = fit.flatMap(({ row }) => {
      const to = after.get(row.id)
      return to && !isRefused(to) ? [movedOf(row, to)] : []
    })
    const versions = await changeBelongings(ctx, given, namesOf(channels))
    const done = fit.map(({ item: { place }, row }) => ({
      ...{ place, result: "done" as const, versionAfter: versions.get(row.id), before: belongingOf(row), ownerId: null },
    }))
    return [...unfit, ...done]
  },
  async undo(ctx, run, items) {
    await lock(ctx.tx, items)
    const rows = new Map((await readHierarchies(ctx.tx, items)).map((row) => [row.id, row]))
    const given = items.flatMap(({ recordId, versionAfter, before }) => {
      const row = rows.get(recordId)
      return row && row.version === versionAfter ? [movedOf(row, Before.parse(before))] : []
    })
    const versions = await changeBelongings(ctx, given, namesOf(await readChannels(ctx.tx)), `Took the run back: ${run.title}`)
    return undoneOrKept(ctx.tx, items, ({ recordId }) => versions.has(recordId))
  },
}

export const setChannelsDeeds = { "hierarchies.set_channels": setChannels }
