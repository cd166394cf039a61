import { cache } from "react"
import { channelNames } from "@/lib/commerce/channels/queries"
import type { Staff } from "@/lib/identity/actor"
import type { StaffRole } from "@/lib/identity/permissions"
import { db, Prisma } from "@/lib/platform/db"
import { type Filter, isJoined, parts } from "@/lib/platform/filter"
import { asksForView, type ListQuery, readListQuery, type SearchParams, type WorkShape } from "@/lib/platform/list-query"
import { fullName } from "@/lib/platform/party"
import { isRecordId } from "@/lib/platform/record-href"
import { askOften } from "@/lib/platform/statement"
import { readDefinition } from "./definition"
import { refusalToChange, refusalToShare, seenRole, type ViewScope } from "./rules"

export type ViewLink = { id: string; name: string; scope: ViewScope; role: StaffRole | null; version: number }
/** What the head of a list knows of views: those that the viewer can open, the one that is open, and what may be done. */
export type ViewShelf = {
  views: ViewLink[]
  open: ViewLink | null
  /** Why the open view cannot be changed by the viewer. */
  refusalToChange: string | null
  refusalToShare: string | null
  /** People and records named in the filter, and every channel where it names one. */
  people: Record<string, string>
}
export type OpenList<Query extends ListQuery = ListQuery> = { query: Query; title: string; shelf: ViewShelf }

type Row = ViewLink & { ownerId: string; definition: SearchParams | null }

/** The views of a list that somebody sees; with its definition the one that is asked for, or their role's default. Read once in a request. */
const readViews = cache((list: string, personId: string, role: StaffRole, mayShare: boolean, asked: string | null) =>
  askOften<Row>(Prisma.sql`
      select v.id, v.name, v.scope::text as scope, v.role::text as role, v.version, v.owner_id as "ownerId",
        case when v.id = ${asked}::uuid or (${asked}::uuid is null and v.role = ${role}::platform.staff_role) then v.definition end as definition
      from platform.saved_view v
      where v.list = ${list} and (v.scope = 'shared' or v.owner_id = ${personId}::uuid and v.scope = 'personal'
        or v.scope = 'role' and (${mayShare} or v.role = ${role}::platform.staff_role))
      order by lower(v.name) limit 300`),
)

const namesOf = cache((ids: string) => db.person.findMany({ where: { id: { in: ids.split(",") } }, select: { id: true, name: true } }))

type Named = "person" | "channel" | "account" | "contact"

/** What a filter names by ids and codes, of one kind. */
function valuesIn(shape: WorkShape, filter: Filter | null, named: Named): string[] {
  if (!filter) return []
  if (isJoined(filter)) return parts(filter).flatMap((part) => valuesIn(shape, part, named))
  const [name, , ...values] = filter
  const field = shape.fields[name]
  if (field?.names === named) return values.filter(isRecordId)
  return field?.kind === named ? values.filter((value) => value !== "me") : []
}

/** The names of the people, channels and records that a filter names. */
async function namesIn(shape: WorkShape, filter: Filter | null): Promise<Record<string, string>> {
  const asked = (named: Named) => [...new Set(valuesIn(shape, filter, named))].sort()
  const [people, accounts, contacts] = [asked("person"), asked("account"), asked("contact")]
  const found = [
    ...(people.length > 0 ? await namesOf(people.join(",")) : []),
    ...(accounts.length > 0 ? await db.account.findMany({ where: { id: { in: accounts } }, select: { id: true, name: true } }) : []),
    ...(contacts.length > 0 ? await namesOfContacts(contacts) : []),
  ]
  const channels = asked("channel").length > 0 ? await channelNames() : {}
  return { ...Object.fromEntries(found.map(({ id, name }) => [id, name])), ...channels }
}

async function namesOfContacts(ids: string[]) {
  const rows = await db.contact.findMany({ where: { id: { in: ids } }, select: { id: true, firstName: true, lastName: true } })
  return rows.map(({ id, ...person }) => ({ id, name: fullName(person) }))
}

/**
 * A list as its URL asks for it, with the views that its picker offers: a saved view by its id, a system view by its name,
 * and the default of the viewer's role where the URL asks for no view. What the viewer may not see is not there.
 */
export async function openList<Sort extends string, View extends string>(
  shape: WorkShape<Sort, View>,
  staff: Staff,
  params: SearchParams,
): Promise<OpenList<ListQuery<never, Sort, View>>> {
  const asked = typeof params.view === "string" && isRecordId(params.view) ? params.view.toLowerCase() : null
  const share = refusalToShare(shape.key, staff)
  const role = seenRole(staff.staffRole)
  const rows = await readViews(shape.key, staff.id, role, share === null, asked)
  const standard = rows.find((row) => row.role === role)
  const row = asked ? rows.find(({ id }) => id === asked) : asksForView(shape, params) ? undefined : standard
  const saved = row && { id: row.id, name: row.name, definition: readDefinition(shape, row.definition ?? {}) }
  const query = readListQuery(shape, params, saved ?? null, standard !== undefined)
  return {
    query,
    title: saved?.name ?? shape.views[query.view],
    shelf: {
      views: rows.map(({ id, name, scope, role, version }) => ({ id, name, scope, role, version })),
      open: row ? { id: row.id, name: row.name, scope: row.scope, role: row.role, version: row.version } : null,
      refusalToChange: row ? (refusalToChange({ ...row, list: shape.key }, staff)?.message ?? null) : null,
      refusalToShare: share?.message ?? null,
      people: await namesIn(shape, query.where),
    },
  }
}

/** A record's place in the list that it was opened from: the query alone. */
export async function openQuery<Sort extends string, View extends string>(
  shape: WorkShape<Sort, View>,
  staff: Staff,
  params: SearchParams,
): Promise<ListQuery<never, Sort, View>> {
  return typeof params.view === "string" && isRecordId(params.view)
    ? (await openList(shape, staff, params)).query
    : readListQuery(shape, params)
}
