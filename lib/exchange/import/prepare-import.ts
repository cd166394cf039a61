import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { Ctx } from "@/lib/platform/context"
import { AppError, insist, notFound } from "@/lib/platform/errors"
import { readMapping } from "./guess-mapping"
import { firstPolicy, matchingsOf, Policy } from "./policy"
import { refusalToPrepare } from "./rules"
import type { MapColumns, SetPolicy } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

const faster = () => new AppError("conflict", "Somebody changed this import a moment ago. Look at it again.")

/** Says what each column means. What was found out under another mapping is forgotten. */
export async function mapColumns({ tx }: StaffCtx, { id, mapping: given }: MapColumns) {
  const run = await tx.leadImport.findUnique({ where: { id }, select: { state: true, version: true, headers: true, policy: true } })
  if (!run) throw notFound("import")
  insist(refusalToPrepare(run))
  const mapping = readMapping(run.headers.length, given)
  if (!mapping) throw new AppError("invalid", "Two columns have the same meaning. Give each field to one column.")
  if (mapping.every((field) => field === null)) throw new AppError("invalid", "Map at least one column.")
  const known = Policy.safeParse(run.policy)
  const policy = known.success && matchingsOf(mapping).includes(known.data.matchBy) ? known.data : firstPolicy(mapping)
  const { count } = await tx.leadImport.updateMany({
    where: { id, version: run.version },
    data: { mapping, policy, state: "mapping", through: 0, version: { increment: 1 } },
  })
  if (count === 0) throw faster()
  return { id }
}

/** Says how rows find their leads and what becomes of them, remembers it for the next such file, and has the rows checked. */
export async function setPolicy({ tx, actor, now }: StaffCtx, { id, ...policy }: SetPolicy) {
  const run = await tx.leadImport.findUnique({
    where: { id },
    select: { state: true, version: true, headers: true, headersKey: true, mapping: true },
  })
  if (!run) throw notFound("import")
  insist(refusalToPrepare(run))
  const mapping = readMapping(run.headers.length, run.mapping)
  if (!mapping) throw new AppError("conflict", "Map the columns first.")
  if (!matchingsOf(mapping).includes(policy.matchBy)) throw new AppError("invalid", "No column is mapped to what rows are matched by.")
  await insistOnOwner({ tx, policy })
  const { count } = await tx.leadImport.updateMany({
    where: { id, version: run.version },
    data: { policy, state: "checking", through: 0, toCreate: 0, toUpdate: 0, toSkip: 0, version: { increment: 1 } },
  })
  if (count === 0) throw faster()
  const key = { personId: actor.id, headersKey: run.headersKey ?? "" }
  const remembered = { mapping, policy, usedAt: now }
  await tx.leadImportMapping.upsert({ where: { personId_headersKey: key }, create: { ...key, ...remembered }, update: remembered })
  return { id }
}

async function insistOnOwner({ tx, policy }: Pick<Ctx, "tx"> & { policy: Policy }) {
  if (policy.ownerId === null) return
  const owner = await tx.person.findFirst({ where: { id: policy.ownerId, disabledAt: null }, select: { staffRole: true } })
  if (!owner || !may(owner.staffRole, "lead:take"))
    throw new AppError("invalid", "Choose somebody who works in Sales.", { fields: { ownerId: "Choose an owner" } })
}
