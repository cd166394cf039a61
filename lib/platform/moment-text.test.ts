import { expect, test } from "vitest"
import { fullMomentText, type MomentStyle, momentText, toldMoment } from "./moment-text"
import { inZone } from "./testing-zone"

const at = new Date("2026-11-30T23:12:30Z")
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]

test.each<[MomentStyle, string[]]>([
  ["moment", ["30 Nov, 23:12", "1 Dec, 00:12", "30 Nov, 18:12", "1 Dec, 04:42"]],
  ["date", ["30 Nov 2026", "1 Dec 2026", "30 Nov 2026", "1 Dec 2026"]],
  ["clock", ["23:12", "00:12", "18:12", "04:42"]],
  ["second", ["23:12:30", "00:12:30", "18:12:30", "04:42:30"]],
  ["zoned", ["30 Nov 2026, 23:12 UTC", "1 Dec 2026, 00:12 UTC+1", "30 Nov 2026, 18:12 UTC−5", "1 Dec 2026, 04:42 UTC+5:30"]],
  ["day", ["30 Nov 2026", "30 Nov 2026", "30 Nov 2026", "30 Nov 2026"]],
])("as %s in four zones", (style, texts) => {
  expect(zones.map((zone) => inZone(zone, () => momentText(at, style)))).toEqual(texts)
})

test("in full it says the zone, and a date without a zone none", () => {
  expect(inZone("Europe/Berlin", () => fullMomentText(at))).toBe("1 December 2026, 00:12 (Europe/Berlin, UTC+1)")
  expect(inZone("UTC", () => fullMomentText(at, "date"))).toBe("30 November 2026, 23:12 UTC")
  expect(inZone("Europe/Berlin", () => fullMomentText(at, "day"))).toBe("30 November 2026")
})

test("where nobody is known to look, a sentence says that it speaks of UTC", () => {
  expect(toldMoment(at)).toBe("30 Nov, 23:12 UTC")
  expect(inZone("Europe/Berlin", () => toldMoment(at))).toBe("1 Dec, 00:12")
})
