import { db } from "@/lib/platform/db"
import { isRecordId } from "@/lib/platform/record-href"
import { everyWord, listCodes, standingWords } from "../customers/codes"
import type { CustomerField, CustomerSection } from "../customers/fields"
import { comparedFields, overridableFields } from "./compared"
import { readMemberValues } from "./member-values"

const headShown = { id: true, number: true, name: true, suspendedAt: true, inAllChannels: true, channels: true } as const

const headOf = (id: string) => (isRecordId(id) ? db.hierarchy.findUnique({ where: { id }, select: headShown }) : null)

/** The members of a hierarchy with one section of their records, side by side; null where there is no such hierarchy. */
export async function getComparison(hierarchyId: string, section: CustomerSection) {
  const [hierarchy, codes] = await Promise.all([headOf(hierarchyId), listCodes()])
  if (!hierarchy) return null
  const fields = comparedFields(section, everyWord(codes))
  const members = await readMemberValues(
    hierarchyId,
    fields.map(({ key }) => key),
  )
  const choices = new Map(comparedFields(section, standingWords(codes)).map(({ key, words }) => [key, words]))
  return { hierarchy, section, fields: fields.map((field) => ({ ...field, choices: choices.get(field.key) })), members }
}

export type Comparison = NonNullable<Awaited<ReturnType<typeof getComparison>>>
export type ComparisonField = Comparison["fields"][number]

/** What an override of some fields is planned on; null where there is no such hierarchy. */
export async function getOverride(hierarchyId: string, chosen: readonly CustomerField[]) {
  const [hierarchy, codes] = await Promise.all([headOf(hierarchyId), listCodes()])
  if (!hierarchy) return null
  const fields = overridableFields(everyWord(codes))
  return { hierarchy, fields, members: await readMemberValues(hierarchyId, chosen) }
}

const shown = 5

/** The newest overrides of a hierarchy. */
export const listOverrides = (hierarchyId: string) =>
  db.override.findMany({
    where: { hierarchyId },
    orderBy: { at: "desc" },
    take: shown,
    select: {
      id: true,
      at: true,
      actorName: true,
      sourceName: true,
      fields: true,
      members: true,
      changes: true,
      undoneAt: true,
      undoneBy: true,
      kept: true,
    },
  })

export type OverrideView = Awaited<ReturnType<typeof listOverrides>>[number]
