import type { Staff } from "@/lib/identity/actor"
import { auditMove } from "@/lib/platform/audit"
import type { Ctx } from "@/lib/platform/context"
import { db, type Tx } from "@/lib/platform/db"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import type { AddTemplate, EditTemplate, TemplateRef } from "./schema"

type StaffCtx = Ctx & { actor: Staff }

const select = { id: true, name: true, language: true, subject: true, body: true, version: true } as const

/** The templates by name; a house has tens of them, and never more than this shows. */
export const listTemplates = () => db.messageTemplate.findMany({ orderBy: [{ name: "asc" }, { language: "asc" }], select, take: 200 })

export type Template = Awaited<ReturnType<typeof listTemplates>>[number]

async function insistOnNew(tx: Tx, { name, language }: AddTemplate, own: string | null): Promise<void> {
  const twin = await tx.messageTemplate.findUnique({ where: { name_language: { name, language } }, select: { id: true } })
  if (!twin || twin.id === own) return
  const message = "There is a template of this name in this language already."
  throw new AppError("conflict", message, { fields: { name: message } })
}

export async function addTemplate(ctx: StaffCtx, template: AddTemplate) {
  await insistOnNew(ctx.tx, template, null)
  const id = newId()
  await ctx.tx.messageTemplate.create({ data: { id, ...template, createdAt: ctx.now } })
  auditMove(ctx, { move: "template.add", record: { kind: "template", id, label: template.name } })
  return { id, name: template.name }
}

export async function editTemplate(ctx: StaffCtx, { templateId: id, version, ...template }: EditTemplate) {
  await insistOnNew(ctx.tx, template, id)
  const { count } = await ctx.tx.messageTemplate.updateMany({ where: { id, version }, data: { ...template, version: { increment: 1 } } })
  if (count === 0) throw await gone(ctx.tx, id)
  auditMove(ctx, { move: "template.edit", record: { kind: "template", id, label: template.name } })
  return { id, name: template.name }
}

/** Removes a template. Emails that were written from it keep their words. */
export async function removeTemplate(ctx: StaffCtx, { templateId: id, version }: TemplateRef) {
  const template = await ctx.tx.messageTemplate.findUnique({ where: { id }, select: { name: true } })
  const { count } = await ctx.tx.messageTemplate.deleteMany({ where: { id, version } })
  if (count === 0 || !template) throw await gone(ctx.tx, id)
  auditMove(ctx, { move: "template.remove", record: { kind: "template", id, label: template.name } })
  return { id, name: template.name }
}

async function gone(tx: Tx, id: string): Promise<AppError> {
  if ((await tx.messageTemplate.count({ where: { id } })) === 0) return notFound("template")
  return new AppError("conflict", "Somebody changed this template meanwhile. Reload the page to see it; what you typed is still here.")
}
