import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { contentOf, sha256 } from "./sealed-content"

describe("the text that is hashed", () => {
  test("says how long each value is in bytes, so that no two rows say the same", () => {
    expect(contentOf(["ab", null, "", "é"], [["x", null]])).toBe("2:ab,-,0:,2:é,1:x,-,")
    expect(contentOf(["a,1:b"], [])).not.toBe(contentOf(["a", "b"], []))
    expect(contentOf([null], [])).not.toBe(contentOf(["-"], []))
  })

  test("is hashed as one, however it is parted", () => {
    expect(sha256("ab", "c")).toEqual(createHash("sha256").update("abc").digest())
  })
})
