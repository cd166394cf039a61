import { auditMove } from "@/lib/platform/audit"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { overtaken } from "@/lib/platform/overtaken"
import type { Worker } from "./lock-customer"
import { customerLists } from "./rules"
import type { AddCode, CodeRef, RenameCode } from "./schema"

const ref = (id: string, code: string) => ({ kind: "code" as const, id, label: code })

async function standing({ tx }: Worker, codeId: string) {
  await tx.$executeRaw`select 1 from commerce.customer_code where id = ${codeId}::uuid for update`
  const code = await tx.customerCode.findUnique({ where: { id: codeId } })
  if (!code) throw notFound("code")
  return code
}

/** Adds an entry to a value list. Its code stays for good. */
export async function addCode(ctx: Worker, { list, code, name }: AddCode) {
  const known = await ctx.tx.customerCode.findFirst({ where: { list, code }, select: { archivedAt: true } })
  if (known) {
    const message = known.archivedAt ? `${code} is archived. Bring it back instead.` : `There is a code ${code} in this list already.`
    throw new AppError("invalid", message, { fields: { code: message } })
  }
  const id = newId()
  await ctx.tx.customerCode.create({ data: { id, list, code, name, createdAt: ctx.now } })
  auditMove(ctx, { move: "code.add", record: ref(id, code), to: name, reason: customerLists[list] })
  return { code }
}

/** Gives an entry another name; customers that have its code are called by it at once. */
export async function renameCode(ctx: Worker, { codeId, version, name }: RenameCode) {
  const code = await standing(ctx, codeId)
  if (code.version !== version) throw await overtaken(ctx, codeId)
  await ctx.tx.customerCode.update({ where: { id: codeId }, data: { name, version: { increment: 1 } } })
  auditMove(ctx, { move: "code.rename", record: ref(codeId, code.code), from: code.name, to: name, reason: customerLists[code.list] })
  return { code: code.code }
}

/** Takes an entry out of what can be chosen. Customers that have it keep it. */
export async function archiveCode(ctx: Worker, { codeId }: CodeRef) {
  const { code, list, archivedAt } = await standing(ctx, codeId)
  if (archivedAt) throw new AppError("conflict", `${code} is archived already.`)
  await ctx.tx.customerCode.update({ where: { id: codeId }, data: { archivedAt: ctx.now, version: { increment: 1 } } })
  auditMove(ctx, { move: "code.archive", record: ref(codeId, code), reason: customerLists[list] })
  return { code }
}

/** Lets an archived entry be chosen again. */
export async function restoreCode(ctx: Worker, { codeId }: CodeRef) {
  const { code, list, archivedAt } = await standing(ctx, codeId)
  if (!archivedAt) throw new AppError("conflict", `${code} is not archived.`)
  await ctx.tx.customerCode.update({ where: { id: codeId }, data: { archivedAt: null, version: { increment: 1 } } })
  auditMove(ctx, { move: "code.restore", record: ref(codeId, code), reason: customerLists[list] })
  return { code }
}
