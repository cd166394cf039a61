import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

const office = {
  Seller: [
    "/sales/leads",
    "/sales/leads?view=my-open",
    "/sales/leads?q=nothing+has+this+name",
    "/sales/opportunities",
    "/sales/accounts",
    "/sales/contacts",
    "/sales/runs",
    "/sales/duplicates",
    "/commerce/prospects",
    "/commerce/customers",
    "/commerce/hierarchies",
    "/commerce/credit",
  ],
  Administrator: [
    "/settings",
    "/settings/staff",
    "/settings/number-sequences",
    "/settings/integration",
    "/settings/field-mapping",
    "/settings/audit",
    "/settings/health",
    "/settings/email",
    "/settings/email/held",
    "/settings/email/languages",
    "/settings/email/profiles",
    "/settings/email/log",
    "/settings/email/addresses",
    "/settings/templates",
    "/settings/matching",
    "/settings/lead-scoring",
    "/settings/assignment-rules",
    "/settings/business-hours",
    "/settings/timers",
    "/settings/working-hours",
    "/settings/policies",
    "/settings/customer-lists",
    "/sales/approvals",
  ],
} as const

async function firstRecord(page: Page, list: string): Promise<void> {
  await page.goto(list)
  await page.getByRole("row").nth(1).getByRole("link").first().click()
  await expect(page).not.toHaveURL(new RegExp(`${list.split("?")[0]}(\\?|$)`))
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme })
    test.setTimeout(300_000)

    test("on the public pages and at sign-in", async ({ page, expectNoAxeFindings }) => {
      for (const path of [
        "/",
        "/request",
        "/request/received",
        "/terms",
        "/privacy",
        "/sign-in",
        "/reset-password",
        "/set-password/unknown",
        "/nowhere",
      ]) {
        await page.goto(path)
        await expectNoAxeFindings()
      }
      await page.goto("/request")
      await page.getByRole("button", { name: "Submit request" }).click()
      await expect(page.getByRole("link", { name: "Enter your last name" })).toBeVisible()
      await expectNoAxeFindings()
    })

    test("on the applicant's own page and behind an invitation's link", async ({
      page,
      someone,
      submitRequest,
      mailbox,
      enterAs,
      qualifyLead,
      expectNoAxeFindings,
    }) => {
      const applicant = someone()
      const number = await submitRequest(applicant)
      await expectNoAxeFindings()
      await page.goto((await mailbox.letterTo(applicant.email, `We received your request ${number}`)).link("/request/status/"))
      await expectNoAxeFindings()
      await enterAs("Seller")
      await qualifyLead(applicant.company, { close: "Close as Won" })
      await page.goto(
        (await mailbox.letterTo(applicant.email, "Your request to become a business partner is approved")).link("/set-password/"),
      )
      await expectNoAxeFindings()
    })

    test("on every page that a Seller works with", async ({ page, enterAs, expectNoAxeFindings }) => {
      await enterAs("Seller")
      for (const path of office.Seller) {
        await page.goto(path)
        await expectNoAxeFindings()
      }
    })

    test("on a record of every list, and in its dialogs", async ({ page, enterAs, expectNoAxeFindings }) => {
      await enterAs("Seller")
      const lists = [
        "/sales/leads?view=open",
        "/sales/opportunities",
        "/sales/accounts",
        "/sales/contacts",
        "/commerce/prospects",
        "/commerce/customers",
        "/commerce/hierarchies",
        "/commerce/credit",
      ]
      for (const list of lists) {
        await firstRecord(page, list)
        await expectNoAxeFindings()
      }
      await enterAs("Sales manager")
      await firstRecord(page, "/sales/leads?view=open")
      for (const name of ["Qualify", "Disqualify", "Assign"]) {
        await page.getByRole("button", { name, exact: true }).first().click()
        await expect(page.getByRole("dialog", { name })).toBeVisible()
        await expectNoAxeFindings()
        await page.keyboard.press("Escape")
        await expect(page.getByRole("dialog", { name })).toBeHidden()
      }
    })

    test("on every page of Settings", async ({ page, enterAs, expectNoAxeFindings }) => {
      await enterAs("Administrator")
      for (const path of office.Administrator) {
        await page.goto(path)
        await expectNoAxeFindings()
      }
    })

    test("in the portal", async ({ page, aPartner, expectNoAxeFindings }) => {
      await aPartner()
      for (const path of ["/account", "/account/organization", "/account/users", "/account/credit"]) {
        await page.goto(path)
        await expectNoAxeFindings()
      }
    })
  })
}

test.describe("at 390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 } })
  test.setTimeout(300_000)

  test("no page scrolls sideways, and axe finds nothing", async ({ page, enterAs, expectNoAxeFindings }) => {
    await enterAs("Administrator")
    for (const path of ["/", "/request", "/sign-in", ...office.Seller, ...office.Administrator]) {
      await page.goto(path)
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }))
      expect(scroll, path).toBeLessThanOrEqual(client)
      await expectNoAxeFindings()
    }
    await firstRecord(page, "/sales/leads?view=open")
    await expectNoAxeFindings()
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
