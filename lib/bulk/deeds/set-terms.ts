import { z } from "zod"
import { changeTerms, isTermField, type TermChange } from "@/lib/commerce/customers/change-terms"
import { listCodes, standingWords } from "@/lib/commerce/customers/codes"
import { customerFields, type TermField } from "@/lib/commerce/customers/fields"
import { refusalToEdit } from "@/lib/commerce/customers/rules"
import { Prisma, type Tx } from "@/lib/platform/db"
import { AppError, type Refusal } from "@/lib/platform/errors"
import type { Worker } from "@/lib/sales/worker"
import type { Deed, RunItem } from "../run-job"
import { idsOf, lockRecords, sortOut, undoneOrKept } from "../sort-out"

const field = z.string().refine(isTermField)
/** `code`: null takes it away. `word`: as people read it, on the day on which the run was made. */
const Input = z.object({ field, code: z.string().nullable(), word: z.string() })
type Input = z.output<typeof Input>
const Before = z.object({ code: z.string().nullable() })

const select = { id: true, number: true, version: true, status: true } as const
const terms = { paymentTerms: true, priceGroup: true, customerGroup: true, paymentMethod: true } as const
const more = { deliveryTerms: true, deliveryMode: true, discountGroup: true } as const

const readCustomers = (tx: Tx, items: readonly RunItem[]) =>
  tx.customer.findMany({ where: { id: { in: idsOf(items) } }, select: { ...select, ...terms, ...more } })
type Customer = Awaited<ReturnType<typeof readCustomers>>[number]

const lock = (tx: Tx, items: readonly RunItem[]) => lockRecords(tx, Prisma.sql`commerce.customer`, idsOf(items))

const wordOf = (key: TermField, code: string | null) => code ?? `No ${customerFields[key].label.toLowerCase()}`

const refusalToSet = (customer: Customer, worker: Worker, { field, code }: Input): Refusal | null =>
  refusalToEdit(customer, worker) ??
  (customer[field] === code ? { code: "conflict", message: `${wordOf(field, code)} stands there already.` } : null)

const changeOf = (customer: Customer, { field }: Input, to: string | null): TermChange => ({ ...customer, from: customer[field], to })

async function readInput(tx: Tx, typed: Record<string, string>): Promise<Input> {
  const key = typed.field ?? ""
  if (!isTermField(key)) throw new AppError("invalid", "Choose what to set.", { fields: { field: "Choose what to set" } })
  const list = customerFields[key].codes
  const words = list ? standingWords(await listCodes(tx))[list] : {}
  const code = typed.code || null
  if (typed.code === undefined || (code !== null && !Object.hasOwn(words, code)))
    throw new AppError("invalid", "Choose a code from the list.", { fields: { code: "Choose a code from the list" } })
  return { field: key, code, word: code === null ? wordOf(key, null) : (words[code] ?? code) }
}

const setTerms: Deed = {
  atOnce: 500,
  async prepare({ tx }, typed) {
    const input = await readInput(tx, typed)
    return { input, title: `${customerFields[input.field].label}: ${input.word}` }
  },
  async check(tx, staff, run, items) {
    const input = Input.parse(run.input)
    const customers = new Map((await readCustomers(tx, items)).map((customer) => [customer.id, customer]))
    return items.map(({ place, recordId }) => {
      const customer = customers.get(recordId)
      if (!customer) return { place, verdict: "blocked", told: "It is not there any more." }
      const refused = refusalToSet(customer, staff, input)
      if (refused) return { place, verdict: "blocked", told: refused.message }
      return { place, verdict: "ready", told: `${customer[input.field] ?? "None"} → ${input.code ?? "None"}` }
    })
  },
  async perform(ctx, run, items) {
    const input = Input.parse(run.input)
    await lock(ctx.tx, items)
    const { fit, unfit } = await sortOut(ctx.tx, items, await readCustomers(ctx.tx, items), (customer) =>
      refusalToSet(customer, ctx.actor, input),
    )
    const versions = await changeTerms(
      ctx,
      input.field,
      fit.map(({ row }) => changeOf(row, input, input.code)),
    )
    const done = fit.map(({ item: { place }, row }) => ({
      ...{ place, result: "done" as const, versionAfter: versions.get(row.id), before: { code: row[input.field] }, ownerId: null },
    }))
    return [...unfit, ...done]
  },
  async undo(ctx, run, items) {
    const input = Input.parse(run.input)
    await lock(ctx.tx, items)
    const customers = new Map((await readCustomers(ctx.tx, items)).map((customer) => [customer.id, customer]))
    const given = items.flatMap(({ recordId, versionAfter, before }) => {
      const customer = customers.get(recordId)
      return customer && customer.version === versionAfter ? [changeOf(customer, input, Before.parse(before).code)] : []
    })
    const versions = await changeTerms(ctx, input.field, given, `Took the run back: ${run.title}`)
    return undoneOrKept(ctx.tx, items, ({ recordId }) => versions.has(recordId))
  },
}

export const setTermsDeeds = { "customers.set_terms": setTerms }
