import { readFileSync } from "node:fs"
import { join } from "node:path"
import type pg from "pg"
import { hireOwners } from "./owners"
import { words } from "./words"

/** The text of a file of this folder. */
export const sqlFile = (name: string): string => readFileSync(join(import.meta.dirname, name), "utf8")

/** What the rolled rows become, one statement each. */
export const fillSteps = sqlFile("rows.sql")
  .split(/^-- Step: /m)
  .slice(1)
  .map((step) => {
    const [name = "", ...lines] = step.split("\n")
    return { name, sql: lines.join("\n") }
  })

/** Rolls the rows `from` to `to` of `total`, which are spread over the last 540 days, into `bench.rolled`. */
export async function roll(client: pg.Client, { from, to, total }: { from: number; to: number; total: number }): Promise<void> {
  const owners = await hireOwners(client)
  const { first, last, coined, trade, form, firstFolded, lastFolded, coinedFolded, tradeFolded, formFolded } = words
  const names = [first, last, coined, trade, form, firstFolded, lastFolded, coinedFolded, tradeFolded, formFolded]
  const places = [words.country, words.city, words.street, words.postalCode, words.phone]
  await client.query(sqlFile("roll.sql"), [
    total,
    ...names,
    ...places,
    owners.map((owner) => owner.id),
    owners.map((owner) => owner.name),
    from,
    to,
  ])
}

/** Writes the leads of `bench.rolled` and all that belongs to them. */
export async function writeRows(client: pg.Client, onStep: (name: string) => void = () => {}): Promise<void> {
  for (const { name, sql } of fillSteps) {
    onStep(name)
    await client.query(sql)
  }
}
