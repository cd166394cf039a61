import { describe, expect, test } from "vitest"
import { storeMentions, textParts, typedText } from "./mentions"

const maja = { id: "0193a1b0-0000-7000-8000-00000000000a", name: "Maja Lindqvist" }
const otherMaja = { id: "0193a1b0-0000-7000-8000-00000000000b", name: "Maja Lindqvist" }
const shortMaja = { id: "0193a1b0-0000-7000-8000-00000000000c", name: "Maja" }

describe("mentions are stored as ids", () => {
  test("a chosen name becomes an id, and comes back as the name that stands today", () => {
    const { text, mentions } = storeMentions("Ask @Maja Lindqvist, please.", [maja])
    expect(text).toBe(`Ask @{${maja.id}}, please.`)
    expect(mentions).toEqual([maja.id])
    expect(typedText(text, { [maja.id]: "Maja Berg" })).toBe("Ask @Maja Berg, please.")
    expect(textParts(text, { [maja.id]: "Maja Berg" })).toEqual([
      { text: "Ask " },
      { person: { id: maja.id, name: "Maja Berg" } },
      { text: ", please." },
    ])
  })

  test("nobody is mentioned who was not chosen, or whose name was taken out again", () => {
    expect(storeMentions("Write to ana@example.com and @Maja Lindqvist", [])).toEqual({
      text: "Write to ana@example.com and @Maja Lindqvist",
      mentions: [],
    })
    expect(storeMentions("Never mind", [maja]).mentions).toEqual([])
  })

  test("the longest name wins, and of two of one name the first chosen is the first", () => {
    expect(storeMentions("@Maja Lindqvist and @Maja", [shortMaja, maja]).text).toBe(`@{${maja.id}} and @{${shortMaja.id}}`)
    expect(storeMentions("@Maja Lindqvist, @Maja Lindqvist", [maja, otherMaja]).text).toBe(`@{${maja.id}}, @{${otherMaja.id}}`)
    expect(storeMentions("@Maja Lindqvist, @Maja Lindqvist", [maja]).mentions).toEqual([maja.id])
  })

  test("a mark that was typed by hand mentions nobody", () => {
    const { text, mentions } = storeMentions(`@{${maja.id}}`, [])
    expect(mentions).toEqual([])
    expect(textParts(text, { [maja.id]: "Maja" })).toEqual([{ text: `@ {${maja.id}}` }])
  })

  test("somebody who is gone reads somebody", () => {
    expect(typedText(`@{${maja.id}}!`, {})).toBe("@somebody!")
  })
})
