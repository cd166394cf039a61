import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, open } from "./office"

async function openPalette(page: Page) {
  const palette = page.getByRole("dialog", { name: "Commands" })
  await open(() => page.keyboard.press("Control+k"), palette)
  return palette
}

test("a record is found from anywhere and opened, by the keyboard alone", async ({ page, someone, submitRequest, expectNoAxeFindings }) => {
  const { company, email, person } = someone()
  const number = await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await page.goto("/sales/accounts")
  for (const typed of [company.slice(0, 6).toLowerCase(), company.slice(2, 7), email, number, number.toLowerCase()]) {
    const palette = await openPalette(page)
    await page.keyboard.type(typed)
    await expect(palette.getByRole("option", { name: new RegExp(company) }).first()).toBeVisible()
    await expect(palette.getByRole("status")).toHaveText(/^\d+ results?$/)
    await page.keyboard.press("Escape")
    await expect(palette).toBeHidden()
  }
  const palette = await openPalette(page)
  await page.keyboard.type(company)
  await expect(palette.getByRole("option", { name: new RegExp(`${company}.*Lead$`) })).toHaveAttribute("aria-selected", "true")
  await expectNoAxeFindings()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await expect(page).toHaveURL(/\/sales\/leads\//)
  expect(person).toBeTruthy()
})

test("commands of the page, views, pages and recent records stand in the palette", async ({ page, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await openPalette(page)
  await page.keyboard.type("disq")
  await expect(page.getByRole("option", { name: /^Disqualify/ })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("dialog", { name: "Disqualify" })).toBeVisible()
  await page.keyboard.press("Escape")
  await openPalette(page)
  await page.keyboard.type("my open leads")
  await expect(page.getByRole("option", { name: /^My open leads/ })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "My open leads" })).toBeVisible()
  const palette = await openPalette(page)
  await expect(palette.getByRole("option").first()).toContainText(company)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
})

test("the palette shows what is not open to somebody, and who can", async ({ page, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Commerce manager")
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  const palette = await openPalette(page)
  await page.keyboard.type("qualify")
  await expect(palette.getByRole("option", { name: /^Qualify/ })).toContainText("A Seller, Sales manager or Administrator can.")
  await page.keyboard.press("Enter")
  await expect(palette).toBeVisible()
  await expect(palette.getByRole("status")).toContainText("A Seller, Sales manager or Administrator can.")
})

test("the top bar's search leads to a page with every kind of record", async ({ page, someone, submitRequest, expectNoAxeFindings }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await page.getByRole("banner").getByRole("textbox", { name: "Search" }).fill(company)
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/\/search\?q=/)
  await expect(page.getByRole("searchbox")).toHaveCount(1)
  for (const kind of ["Leads", "Prospects"]) {
    await expect(page.getByRole("region", { name: kind }).getByRole("link", { name: company })).toBeVisible()
  }
  await expectNoAxeFindings()
  await page.getByRole("link", { name: "Show all in Prospects" }).click()
  await expect(page.getByRole("row", { name: new RegExp(company) })).toBeVisible()
  await page.goto("/search?q=nothing+has+this+name")
  await expect(page.getByText("Nothing found")).toBeVisible()
  await expectNoAxeFindings()
})

test("a manager sees the workspace as another role sees it, and changes nothing meanwhile", async ({
  page,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Administrator")
  await expect(page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Settings" })).toBeVisible()
  await page
    .getByRole("banner")
    .getByRole("button", { name: /Administrator$/ })
    .click()
  await page.getByRole("button", { name: "Preview as Commerce manager" }).click()
  const strip = page.getByRole("region", { name: "Preview" })
  await expect(strip).toContainText("Previewing as Commerce manager")
  await page.goto("/settings/staff")
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not (here|found)|nothing/i)
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  const qualify = page.getByRole("button", { name: "Qualify", exact: true })
  await expect(qualify).toHaveAccessibleDescription(/Commerce manager cannot qualify leads/)
  await expectNoAxeFindings()
  await page.getByRole("link", { name: /^PRO-/ }).first().click()
  await page.getByRole("button", { name: "Approve", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Approve" })
  await dialog.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(dialog.getByRole("alert")).toContainText("You are previewing as Commerce manager. Stop the preview to act.")
  await page.keyboard.press("Escape")
  await strip.getByRole("button", { name: "Stop preview" }).click()
  await expect(strip).toBeHidden()
  await expect(page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Settings" })).toBeVisible()
})

test("a Seller previews nobody", async ({ page }) => {
  await enterAs(page, "Seller")
  await page
    .getByRole("banner")
    .getByRole("button", { name: /Seller$/ })
    .click()
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible()
  await expect(page.getByText("Preview as…")).toHaveCount(0)
})

test("who is asked to sign in comes back to where they were headed", async ({ page }) => {
  await page.goto("/sales/leads?view=all&q=nord")
  await expect(page).toHaveURL(`/sign-in?${new URLSearchParams({ next: "/sales/leads?view=all&q=nord" })}`)
})

for (const width of [1440, 1024, 390]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`at ${width} pixels, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 844 }, colorScheme })

      test("search and preview fit, and axe finds nothing", async ({ page, expectNoAxeFindings }) => {
        await enterAs(page, "Sales manager")
        await page.goto("/search?q=a")
        await expectNoAxeFindings()
        await openPalette(page)
        await page.keyboard.type("a")
        await expect(page.getByRole("dialog", { name: "Commands" }).getByRole("status")).toHaveText(/result/)
        await expectNoAxeFindings()
        await page.screenshot({ path: `test-results/find/palette-${width}-${colorScheme}.png` })
        await page.keyboard.press("Escape")
        await page
          .getByRole("banner")
          .getByRole("button", { name: /Sales manager$/ })
          .click()
        await page.screenshot({ path: `test-results/find/menu-${width}-${colorScheme}.png` })
        await page.getByRole("button", { name: "Preview as Seller" }).click()
        await expect(page.getByRole("region", { name: "Preview" })).toBeVisible()
        await page.goto("/search?q=a")
        await expectNoAxeFindings()
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }))
        expect(scroll).toBeLessThanOrEqual(client)
        await page.screenshot({ path: `test-results/find/search-${width}-${colorScheme}.png` })
        await page.getByRole("button", { name: "Stop preview" }).click()
        await expect(page.getByRole("region", { name: "Preview" })).toBeHidden()
      })
    })
  }
}
