import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { type Editable, readField } from "@/lib/platform/editable"
import { AppError } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { currentMapping } from "./carry-on"
import { defaultMapping } from "./conversion/mapping"
import { changesBetween, fieldsOf, type Parts, partOrder, problemsOf, sourcesOf } from "./conversion/mapping-rules"
import { readMapping } from "./conversion/stored-mapping"
import type { RestoreMapping, SaveMapping } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

const label = (version: number) => (version === 0 ? "The mapping of the house" : `Field mapping, version ${version}`)

/** Saves a changed field mapping as the next version. Decisions are written by it from then on; those before keep the version that they were written by. */
export async function saveMapping(ctx: StaffCtx, { base, parts }: SaveMapping) {
  const current = await currentMapping(ctx.tx)
  await insistOnNewest(ctx, base, current.version)
  const settled = readFixed(parts)
  const problems = problemsOf(settled)
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  const changes = changesBetween(current.parts, settled)
  if (changes.length === 0) throw new AppError("invalid", "Nothing was changed.")
  return keep(ctx, current.version, settled, null, changes)
}

/** Brings an earlier version back, as the next one. */
export async function restoreMapping(ctx: StaffCtx, { base, version }: RestoreMapping) {
  const current = await currentMapping(ctx.tx)
  await insistOnNewest(ctx, base, current.version)
  const row = version === 0 ? null : await ctx.tx.fieldMapping.findUnique({ where: { version }, select: { version: true, parts: true } })
  if (version !== 0 && !row) throw new AppError("not_found", "There is no such version.")
  const { parts } = row ? readMapping(row) : defaultMapping
  const [problem] = Object.values(problemsOf(parts))
  if (problem) throw new AppError("conflict", `This version cannot be restored any more. ${problem}`)
  const changes = changesBetween(current.parts, parts)
  if (changes.length === 0) throw new AppError("conflict", `${label(version)} says what is in force already.`)
  return keep(ctx, current.version, parts, version, changes)
}

async function insistOnNewest({ tx }: Ctx, base: number, newest: number): Promise<void> {
  if (base === newest) return
  const row = await tx.fieldMapping.findUnique({ where: { version: newest }, select: { actorName: true, at: true } })
  const who = row ? `${row.actorName} saved version ${newest} meanwhile.` : `Version ${newest} is in force by now.`
  throw new AppError("conflict", `${who} Nothing was written; reload the page to see it, and make your change again.`)
}

/** Fixed values in their normal form; one that cannot be read is told with its field. Texts that name fields stay as they were typed. */
function readFixed(parts: Parts): Parts {
  const problems: Record<string, string> = {}
  const settled = partOrder.map((part) => {
    const sources = Object.entries(sourcesOf(parts, part)).map(([key, source]) => {
      const field: Editable | undefined = fieldsOf(part)[key]
      if (!field || !source || !("text" in source) || field.kind === "text" || field.kind === "long-text") return [key, source]
      const read = readField(field, source.text, null)
      if ("problem" in read) problems[`${part}.${key}`] = read.problem
      return [key, { text: "problem" in read ? source.text : (read.text ?? "") }]
    })
    return [part, Object.fromEntries(sources)]
  })
  const [problem] = Object.values(problems)
  if (problem) throw new AppError("invalid", problem, { fields: problems })
  return Object.fromEntries(settled)
}

async function keep(ctx: StaffCtx, base: number, parts: Parts, restoredFrom: number | null, changes: readonly string[]) {
  const { tx, actor, now } = ctx
  const [id, version] = [newId(), base + 1]
  await tx.fieldMapping.createMany({ data: [{ version, id, parts, at: now, actorId: actor.id, actorName: actor.name, restoredFrom }] })
  auditMove(ctx, {
    move: restoredFrom === null ? "mapping.save" : "mapping.restore",
    record: { kind: "mapping", id, label: label(version) },
    from: String(base),
    to: restoredFrom === null ? String(version) : `${version}, as version ${restoredFrom}`,
    reason: changes.join(", "),
  })
  return { version }
}
