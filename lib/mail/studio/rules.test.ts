import { expect, test } from "vitest"
import { refusalToRemoveProfile } from "./rules"

const idle = { isDefault: false, versions: 0, channels: [] as string[] }

test.each([
  ["used for nothing", {}, null],
  ["the default one", { isDefault: true, channels: ["Outlet"] }, "says what all others leave open"],
  ["one in which letters were published", { versions: 1 }, "Letters were published"],
  [
    "one in which a channel writes",
    { channels: ["Outlet"] },
    "Outlet writes in this profile. Choose other letters for that channel first.",
  ],
  [
    "one in which channels write, and letters were published",
    { channels: ["Iberia", "Outlet"], versions: 2 },
    "Iberia and Outlet write in this profile. Choose other letters for those channels first.",
  ],
])("a profile that is %s", (_, given, said) => {
  const refusal = refusalToRemoveProfile({ ...idle, ...given })
  if (said === null) expect(refusal).toBeNull()
  else expect(refusal).toMatchObject({ code: "conflict", message: expect.stringContaining(said) })
})
