import { z } from "zod"
import { memberRoles, memberStatuses } from "@/lib/commerce/hierarchies/rules"
import { comparedSections } from "@/lib/commerce/side-by-side/compared"
import { differs, shownValue } from "@/lib/commerce/side-by-side/differences"
import { type Comparison, getComparison } from "@/lib/commerce/side-by-side/queries"
import type { Staff } from "@/lib/identity/actor"
import { may } from "@/lib/identity/permissions"
import type { Clock } from "@/lib/platform/clock"
import { notFound } from "@/lib/platform/errors"
import { newId } from "@/lib/platform/ids"
import { answerWithFile, insistOnExport } from "./answer-with-file"
import { exportFile, exportFormats, fileNameOf } from "./export-file"
import type { SheetColumn } from "./sheet-column"

const Asked = z.object({
  section: z.enum(comparedSections as [(typeof comparedSections)[number], ...typeof comparedSections]).catch("general"),
  format: z.enum(["csv", "xlsx"]).catch("csv"),
  run: z.uuid().optional().catch(undefined),
})

const text = (head: string, width = 20): SheetColumn => ({ head, kind: "text", width })

/** The members of a hierarchy side by side as a file: a section's properties, and of each member what differs from the Admin. */
export async function exportComparison(staff: Staff, hierarchyId: string, request: Request, clock: Clock): Promise<Response> {
  if (!may(staff.staffRole, "hierarchy:read")) throw notFound("page")
  insistOnExport(request)
  const { section, format, run } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const comparison = await getComparison(hierarchyId, section)
  if (!comparison) throw notFound("customer hierarchy")
  const { hierarchy, fields } = comparison
  const title = `Members of ${hierarchy.name}, ${section}`
  const columns = [
    ...[text("Number", 12), text("Member", 30), text("Role", 8), text("Status", 10)],
    ...fields.map(({ label, width }) => text(label, Math.round(width / 7))),
    ...[text("Differs from the Admin in", 40), text("Customer ID", 38)],
  ]
  const { word, type } = exportFormats[format]
  const now = clock()
  return answerWithFile(
    staff,
    {
      ...{ id: run ?? newId(), list: "hierarchies", title, format, word, type, fileName: fileNameOf(title, format, now) },
      batches: rowsOf(comparison),
      write: (rows) => exportFile(format, title, columns, rows),
    },
    now,
    clock,
  )
}

async function* rowsOf({ fields, members }: Comparison): AsyncGenerator<(string | null)[][]> {
  const base = members.find(({ role }) => role === "admin")
  yield members.map((member) => [
    ...[member.number, member.name, memberRoles[member.role], memberStatuses[member.status]],
    ...fields.map((field) => shownValue(field, member.values[field.key])),
    fields
      .filter((field) => differs(field, member, base))
      .map(({ label }) => label)
      .join(", "),
    member.customerId,
  ])
}
