import type { Page } from "@playwright/test"
import { everyPage, type Stop } from "./every-page"
import { expect, test } from "./fixtures"
import { lookOver } from "./look"
import { reach } from "./reach"

test.describe("axe finds nothing and nothing scrolls sideways, in light and dark, wide and on a phone", () => {
  test.setTimeout(600_000)

  // Two look at a time, since looking keeps a browser busier than the house.
  const parts: [part: string, here: Stop["as"], elsewhere: Stop["as"]][] = [
    ["in the portal, on the public pages and at sign-in", "a partner", "anybody"],
    ["in Sales", "Sales manager", "Seller"],
    ["in Commerce and in Settings", "Commerce manager", "Administrator"],
  ]
  for (const [part, here, there] of parts) {
    test(part, async ({ page, elsewhere, enterAs, aPartner }) => {
      const walk = async (viewer: Stop["as"], on: Page) => {
        if (viewer === "a partner") await aPartner()
        else if (viewer !== "anybody") await enterAs(viewer, on)
        for (const [route, { as, at = route, also = [] }] of Object.entries(everyPage)) {
          if (as !== viewer) continue
          await reach(on, at)
          await lookOver(on, route)
          for (const address of also) {
            await reach(on, address)
            await lookOver(on, address)
          }
        }
      }
      await Promise.all([walk(here, page), walk(there, elsewhere)])
    })
  }

  test("on a form that was refused, and at sign-in with a wrong password", async ({ page }) => {
    await page.goto("/request")
    await page.getByRole("button", { name: "Submit request" }).click()
    await expect(page.getByRole("link", { name: "Enter your last name" })).toBeVisible()
    await lookOver(page, "/request, refused")
    await page.goto("/sign-in")
    await page.getByLabel("Email").fill("nobody@nowhere.example")
    await page.getByLabel("Password").fill("not the password")
    await page.getByRole("button", { name: "Sign in", exact: true }).click()
    await expect(page.getByRole("alert").first()).not.toBeEmpty()
    await lookOver(page, "/sign-in, refused")
  })

  test("on the applicant's own page from the receipt to the decision, and behind an invitation's link", async ({
    page,
    someone,
    submitRequest,
    mailbox,
    enterAs,
    qualifyLead,
  }) => {
    const applicant = someone()
    const number = await submitRequest(applicant)
    await lookOver(page, "/request/received")
    const status = (await mailbox.letterTo(applicant.email, `We received your request ${number}`)).link("/request/status/")
    await page.goto(status)
    await lookOver(page, "/request/status, pending")
    await enterAs("Seller")
    await qualifyLead(applicant.company, { close: "Close as Won" })
    await page.goto(
      (await mailbox.letterTo(applicant.email, "Your request to become a business partner is approved")).link("/set-password/"),
    )
    await lookOver(page, "/set-password")
    await page.goto(status)
    await lookOver(page, "/request/status, approved")
  })
})

test("what a person may not see is not found", async ({ page, enterAs }) => {
  await enterAs("Seller")
  for (const path of [
    "/settings/number-sequences",
    "/settings/policies",
    "/settings/staff",
    "/settings/audit",
    "/settings/health",
    "/account",
    "/sales/leads/not-an-id",
    "/sales/leads/00000000-0000-7000-8000-000000000000",
  ]) {
    await page.goto(path)
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText(/not (here|found)|nothing/i)
  }
})

test("a disabled command says why, and who can", async ({ page, enterAs, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Commerce manager")
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  const qualify = page.getByRole("button", { name: "Qualify", exact: true })
  await expect(qualify).toHaveAttribute("aria-disabled", "true")
  await expect(qualify).toHaveAccessibleDescription(/Seller, Sales manager or Administrator can/)
})

test("a cookie that was copied before sign-out opens nothing", async ({ page, enterAs, signOut, context }) => {
  await enterAs("Seller")
  const copied = await context.cookies()
  await signOut()
  await context.addCookies(copied)
  await page.goto("/sales/leads")
  await expect(page).toHaveURL(/\/sign-in/)
})

test("every page carries its walls", async ({ page, request }) => {
  for (const path of ["/", "/request", "/sign-in"]) {
    const headers = (await request.get(path)).headers()
    expect(headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+'.*frame-ancestors 'none'/)
    expect(headers["x-content-type-options"]).toBe("nosniff")
    expect(headers["x-powered-by"]).toBeUndefined()
  }
  const violations: string[] = []
  page.on("console", (message) => message.text().includes("Content Security Policy") && violations.push(message.text()))
  await page.goto("/request")
  await page.getByLabel("First name").fill("Ana")
  expect(violations).toEqual([])
})
