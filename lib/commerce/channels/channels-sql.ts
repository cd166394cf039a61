import { Prisma } from "@/lib/platform/db"
import { everyChannel } from "../hierarchies/belonging"

const names = (row: string) =>
  Prisma.raw(
    `(select string_agg(store.name, ', ' order by store.name) from commerce.channel store where store.code = any(${row}.channels))`,
  )

/** The channels of a row that has `channels` and `in_all_channels`, as a list shows them. Read for each row that is shown: there are few channels. */
export const channelsCell = (
  row: string,
): Prisma.Sql => Prisma.sql`case when ${Prisma.raw(`${row}.in_all_channels`)} then json_build_array('*', ${everyChannel}::text)
  when ${Prisma.raw(`${row}.channels`)} is not null then json_build_array(${Prisma.raw(`array_to_string(${row}.channels, ',')`)}, ${names(row)}) end`

/** The same in words. */
export const channelsText = (row: string): Prisma.Sql =>
  Prisma.sql`case when ${Prisma.raw(`${row}.in_all_channels`)} then ${everyChannel}::text else ${names(row)} end`
