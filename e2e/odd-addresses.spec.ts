import { expect, test } from "./fixtures"
import { routesOf } from "./routes"

const nobody = "0193a1b0-0000-7000-8000-00000000ffff"
const ids = [nobody, "x", "%00", "%FF", "..%2F..%2Fetc", "1'%20or%20'1'%3D'1", "a".repeat(2000)]
const names =
  "q page sort dir view f cols group as after before peek do status at next a b record pair organization profile language from to"
const values = ["%00", "-1", "%ED%A0%80", "%5B%5D", nobody, "2026-02-31", "9999-12-31", "99999999999999999999"]

/** Every page and route that can be asked for; `/live` never ends its answer. */
const routes = routesOf("page.tsx", "route.ts").filter((route) => route !== "/live" && !route.includes("[..."))

/** What of the answer says that something broke: the status, or the number of an error in a page that had begun. */
const isBroken = (status: number, text: string) => status >= 500 || /data-dgst|\\?"digest\\?":\\?"\d/.test(text)

for (const who of ["Administrator", "nobody"] as const) {
  test(`no address breaks a page, whatever stands in it, for ${who === "nobody" ? "a stranger" : "an Administrator"}`, async ({
    page,
    enterAs,
  }) => {
    test.setTimeout(300_000)
    if (who === "Administrator") await enterAs(who)
    const asked = routes.flatMap((route) =>
      route.includes("[")
        ? ids.map((id) => route.replace(/\[[^\]]+\]/g, id))
        : values.map(
            (value) =>
              `${route}?${names
                .split(" ")
                .map((name) => `${name}=${value}`)
                .join("&")}`,
          ),
    )
    const broken: string[] = []
    for (const address of asked) {
      const answer = await page.request.get(address, { maxRedirects: 0 })
      if (isBroken(answer.status(), await answer.text())) broken.push(`${answer.status()} ${address}`)
    }
    expect(broken).toEqual([])
  })
}
