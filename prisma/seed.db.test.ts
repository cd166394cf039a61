import { expect, test } from "vitest"
import { db } from "@/lib/platform/db"
import { brokenInvariants } from "@/lib/sync/invariants"
import { seed } from "./seed"
import { town } from "./town"
import { formerAskers } from "./town-history"

test("the demo's town keeps every invariant, and a second seed changes nothing", async () => {
  await seed()
  await seed()
  expect(await db.prospect.count()).toBe(town.length + formerAskers.length)
  expect(await brokenInvariants()).toEqual([])
}, 120_000)
