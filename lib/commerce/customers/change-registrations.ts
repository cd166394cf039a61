import { auditMove } from "@/lib/platform/audit"
import { isCountryCode } from "@/lib/platform/countries"
import { AppError, notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { customerRef, lockToEdit, type Worker } from "./lock-customer"
import { judgeRegistration } from "./registration-check"
import { type RegistrationType, registrationTypes } from "./rules"
import type { AddRegistration, RegistrationRef } from "./schema"

const told = ({ type, country, number }: { type: RegistrationType; country: string | null; number: string }) =>
  [registrationTypes[type], country, number].filter(Boolean).join(" ")

const refused = (field: "number" | "country", message: string) => new AppError("invalid", message, { fields: { [field]: message } })

/** Adds a number under which the customer is registered, judged by the check of its type and country where one is known. */
export async function addRegistration(ctx: Worker, { customerId, type, number: typed, ...given }: AddRegistration) {
  const customer = await lockToEdit(ctx, customerId)
  const country = isCountryCode(given.country) ? given.country : null
  const judged = judgeRegistration(type, country, typed)
  if ("problem" in judged) throw refused(judged.problem.startsWith("Choose") ? "country" : "number", judged.problem)
  const row = { type, country, ...judged }
  const known = await ctx.tx.customerRegistration.count({ where: { customerId, type, number: row.number } })
  if (known > 0) throw refused("number", `${customer.number} has this number already.`)
  await ctx.tx.customerRegistration.create({ data: { ...row, id: newId(), customerId, createdAt: ctx.now } })
  const changes = [{ field: "registrations", from: null, to: told(row) }]
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Registration numbers", changes })
  return { number: row.number }
}

/** Takes a registration number away. */
export async function removeRegistration(ctx: Worker, { customerId, registrationId }: RegistrationRef) {
  const customer = await lockToEdit(ctx, customerId)
  const row = await ctx.tx.customerRegistration.findFirst({ where: { id: registrationId, customerId } })
  if (!row) throw notFound("registration number")
  await ctx.tx.customerRegistration.delete({ where: { id: registrationId } })
  const changes = [{ field: "registrations", from: told(row), to: null }]
  auditMove(ctx, { move: "customer.edit", record: customerRef(customer), to: "Registration numbers", changes })
  return { number: row.number }
}
