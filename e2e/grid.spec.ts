import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs } from "./office"

const leads = (page: Page) => page.getByRole("table")
const rowOf = (page: Page, company: string) => leads(page).getByRole("row").filter({ hasText: company })

async function findLead(page: Page, company: string) {
  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(company)}`)
  await expect(rowOf(page, company)).toBeVisible()
}

/** Presses a key until the page listens and a row is at the keyboard's position. */
async function reach(page: Page, key: string) {
  await expect(async () => {
    await page.keyboard.press(key)
    await expect(leads(page).locator("tr[data-current]")).toBeVisible({ timeout: 1000 })
  }).toPass()
}

/** From the list's first row along to the cell of a column, by the keyboard alone. */
async function walkToCell(page: Page, column: string) {
  await reach(page, "j")
  const columns = ["Company", "Contact", "Country/region", "Status", "Rating", "Owner"]
  for (let step = 0; step < columns.indexOf(column); step++) await page.keyboard.press("ArrowRight")
  await page.keyboard.press("F2")
  await expect(page.getByRole("listbox", { name: column })).toBeFocused()
}

test("a list goes on to its last row, and back to its first, by the keyboard", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&sort=company")
  const total = Number(await leads(page).getAttribute("aria-rowcount")) - 1
  expect(total).toBeGreaterThan(60)
  const first = await leads(page).getByRole("row").nth(1).getByRole("link").textContent()
  await reach(page, "End")
  await expect(leads(page).locator(`tr[aria-rowindex="${total + 1}"]`)).toBeInViewport()
  await expect(page.getByText(new RegExp(`to ${total} of ${total}`))).toBeVisible()
  await page.keyboard.press("Home")
  await expect(rowOf(page, first ?? "").first()).toBeInViewport()
  await expect(page.getByText(new RegExp(`^1 to \\d+ of ${total}`))).toBeVisible()
  await expectNoAxeFindings()
})

test("going back from a record comes back to the row that it was opened from", async ({ page, enterAs }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&sort=company")
  const total = Number(await leads(page).getAttribute("aria-rowcount")) - 1
  await reach(page, "End")
  const row = leads(page).locator(`tr[aria-rowindex="${total + 1}"]`)
  await expect(row).toBeInViewport()
  const company = (await row.getByRole("link").textContent()) ?? ""
  await row.getByRole("link").click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await page.goBack()
  await expect(rowOf(page, company).last()).toBeInViewport()
})

test("a rating is changed in its cell by the keyboard alone, and undone from the toast", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await findLead(page, company)
  await walkToCell(page, "Rating")
  await expectNoAxeFindings()
  await page.keyboard.press("h")
  await page.keyboard.press("Enter")
  await expect(rowOf(page, company)).toContainText("Hot")
  await expect(page.getByText("Rating saved")).toBeVisible()
  await page.getByRole("button", { name: "Undo", exact: true }).click()
  await expect(rowOf(page, company)).toContainText("Warm")
  await page.reload()
  await expect(rowOf(page, company)).toContainText("Warm")
})

test("two people change the same cell: the second is asked whose value it shall be", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await enterAs(elsewhere, "Sales manager")
  await findLead(page, company)
  await findLead(elsewhere, company)
  await walkToCell(page, "Rating")
  await walkToCell(elsewhere, "Rating")
  await elsewhere.keyboard.press("c")
  await elsewhere.keyboard.press("Enter")
  await expect(elsewhere.getByText("Rating saved")).toBeVisible()
  await page.keyboard.press("h")
  await page.keyboard.press("Enter")
  const clash = page.getByRole("alertdialog", { name: "Changed meanwhile" })
  await expect(clash).toContainText("Priya Raman")
  await expect(rowOf(page, company)).toContainText("Cold")
  await expectNoAxeFindings()
  await clash.getByRole("button", { name: "Use mine" }).click()
  await expect(rowOf(page, company)).toContainText("Hot")
  await expect(rowOf(elsewhere, company)).toContainText("Hot")
})

test("a lead is looked at beside the list, and qualified from there", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await findLead(page, company)
  await reach(page, "j")
  await page.keyboard.press("Space")
  const preview = page.getByRole("complementary", { name: `Preview of ${company}` })
  await expect(preview).toBeVisible()
  await expectNoAxeFindings()
  await preview.getByRole("button", { name: "Qualify", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Qualify" })
  await dialog.getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, company)).toContainText("Qualified")
})
