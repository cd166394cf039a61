import { db } from "@/lib/platform/db"

/** A person at a record. */
export type Place = { recordId: string; personId: string; personName: string }

/** Who was last seen longer ago than this is gone: a web that died could not say so. */
export const silentSeconds = 40

/** Writes down who is where, at most once for a person and a record. Returns the records at which somebody is new. */
export async function arrive(places: readonly Place[]): Promise<string[]> {
  if (places.length === 0) return []
  const rows = await db.$queryRaw<{ recordId: string; isNew: boolean }[]>`
    insert into platform.presence as here (record_id, person_id, person_name, seen_at)
    select place.record_id, place.person_id, place.person_name, now()
    from jsonb_to_recordset(${asRows(places)}::jsonb) place(record_id uuid, person_id uuid, person_name text)
    order by 1, 2
    on conflict (record_id, person_id) do update set seen_at = excluded.seen_at
    returning record_id as "recordId", xmax = 0 as "isNew"`
  return rows.filter(({ isNew }) => isNew).map(({ recordId }) => recordId)
}

const asRows = (places: readonly Place[]) =>
  JSON.stringify(
    places.map(({ recordId, personId, personName }) => ({ record_id: recordId, person_id: personId, person_name: personName })),
  )

/** Takes somebody away from a record. */
export async function depart({ recordId, personId }: Pick<Place, "recordId" | "personId">): Promise<boolean> {
  return (await db.presence.deleteMany({ where: { recordId, personId } })).count > 0
}

/** Takes those away who fell silent without leaving. Returns their records. */
export async function sweepPresence(): Promise<string[]> {
  const gone = await db.$queryRaw<{ recordId: string }[]>`
    delete from platform.presence where seen_at < now() - make_interval(secs => ${silentSeconds}) returning record_id as "recordId"`
  return gone.map(({ recordId }) => recordId)
}

/** Who is at the records now, by name. */
export function whoIsAt(recordIds: string[]): Promise<Place[]> {
  return db.$queryRaw<Place[]>`
    select record_id as "recordId", person_id as "personId", person_name as "personName" from platform.presence
    where record_id = any(${recordIds}::uuid[]) and seen_at >= now() - make_interval(secs => ${silentSeconds})
    order by person_name, person_id`
}
