import { expect, test } from "vitest"
import { howManyFit } from "./how-many-fit"

const fitting = (room: number, widths = [60, 100, 50], more = 70) => howManyFit(widths, more, 6, room)

test.each([
  [400, 3, "there is room for all"],
  [222, 3, "all of it fits to the pixel, and needs no More"],
  [221, 1, "one pixel less: More takes the room of two"],
  [242, 3, "with room to spare"],
  [136, 1, "one and More, to the pixel"],
  [135, 0, "More alone"],
  [0, 0, "no room at all"],
])("in %i pixels %i of the commands stand in the line: %s", (room, count) => {
  expect(fitting(room)).toBe(count)
})

test("a line without commands is whole", () => {
  expect(fitting(0, [])).toBe(0)
})

test("a More that is narrower than the last takes its place alone", () => {
  expect(fitting(221, [60, 100, 50], 30)).toBe(2)
})
