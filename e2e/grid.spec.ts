import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, open, toast } from "./office"

const leads = (page: Page) => page.getByRole("table")
const rowOf = (page: Page, company: string) => leads(page).getByRole("row").filter({ hasText: company })

/** How many rows the list has, once they are counted. */
async function totalOf(page: Page): Promise<number> {
  await expect(leads(page)).toHaveAttribute("aria-rowcount", /^[1-9]\d*$/)
  return Number(await leads(page).getAttribute("aria-rowcount")) - 1
}

async function findLead(page: Page, company: string) {
  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(company)}`)
  await expect(rowOf(page, company)).toBeVisible()
}

/** Presses a key until the page listens and a row is at the keyboard's position. */
async function reach(page: Page, key: string) {
  await open(() => page.keyboard.press(key), leads(page).locator("tr[data-current]"))
}

/** From the list's first row along to the cell of a column, by the keyboard alone. */
async function walkToCell(page: Page, column: string, columns = ["Company", "Contact", "Status", "Rating", "Owner"]) {
  await reach(page, "j")
  for (let step = 0; step < columns.indexOf(column); step++) await page.keyboard.press("ArrowRight")
  await page.keyboard.press("F2")
  await expect(page.getByRole("listbox", { name: column })).toBeFocused()
}

test("a list goes on to its last row, and back to its first, by the keyboard", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&sort=company")
  const total = await totalOf(page)
  expect(total).toBeGreaterThan(60)
  const first = await leads(page).getByRole("row").nth(1).getByRole("link").textContent()
  await reach(page, "End")
  await expect(leads(page).locator(`tr[aria-rowindex="${total + 1}"]`)).toBeInViewport()
  await expect(page.getByText(new RegExp(`to ${total} of ${total}`))).toBeVisible()
  await page.keyboard.press("Home")
  await expect(rowOf(page, first ?? "").first()).toBeInViewport()
  await expect(page.getByText(new RegExp(`^1 to \\d+ of ${total}`))).toBeVisible()
  await expectNoAxeFindings()

  // What is narrowed is counted once its rows stand: it says 50+ only until then.
  await page.goto(`/sales/leads?view=all&f=${encodeURIComponent('["company","filled"]')}`)
  await expect(leads(page).getByRole("row").nth(1)).toBeVisible()
  await expect(page.getByText(/^\d+ leads$/)).toBeVisible()
  await expect(page.getByText(/^1 to \d+ of \d+$/)).toBeVisible()
})

test("a list is searched as one types, anywhere in a word; Back leads out of the search", async ({
  page,
  enterAs,
  someone,
  submitRequest,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all")
  const box = page.getByRole("searchbox")
  const part = company.slice(2, 9)
  await expect(async () => {
    await box.fill("")
    await box.pressSequentially(part, { delay: 30 })
    await expect(leads(page).getByRole("row")).toHaveCount(2, { timeout: 2000 })
  }).toPass()
  await expect(rowOf(page, company)).toBeVisible()
  await expect(page.getByText("1 lead", { exact: true })).toBeVisible()
  await expect(box).toBeFocused()
  await expect(box).toHaveValue(part)
  await expect(page).toHaveURL(new RegExp(`view=all&q=${encodeURIComponent(part).replaceAll("%20", "\\+")}`))
  await box.pressSequentially("zz")
  await expect(rowOf(page, company)).toHaveCount(0)
  await page.goBack()
  await expect(page).toHaveURL(/\/sales\/leads\?view=all$/)
  await expect(leads(page).getByRole("row").nth(20)).toBeVisible()
})

test("going back from a record comes back to the row that it was opened from", async ({ page, enterAs }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&sort=company")
  const total = await totalOf(page)
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
  await toast(page, "Rating saved").getByRole("button", { name: "Undo" }).click()
  await expect(rowOf(page, company)).toContainText("Warm")
  await page.reload()
  await expect(rowOf(page, company)).toContainText("Warm")
})

test("a column is as wide as its edge is drawn, and the view remembers it", async ({ page, enterAs }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all")
  const head = leads(page).getByRole("columnheader", { name: "Contact" })
  const widthOf = async () => (await head.boundingBox())?.width ?? 0
  const edge = async () => {
    const box = await head.boundingBox()
    return { x: (box?.x ?? 0) + (box?.width ?? 0) - 4, y: (box?.y ?? 0) + 12 }
  }
  await reach(page, "j")
  const usual = await widthOf()
  await page.mouse.move((await edge()).x, (await edge()).y)
  await page.mouse.down()
  await page.mouse.move((await edge()).x + 80, (await edge()).y, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/cols=.*contact%3A/)
  await expect(page.getByText("Unsaved changes")).toBeVisible()
  await expect.poll(widthOf).toBeCloseTo(usual + 80, -1)
  await page.reload()
  await expect.poll(widthOf).toBeCloseTo(usual + 80, -1)
  const { x, y } = await edge()
  await page.mouse.dblclick(x, y)
  await expect(page.getByText("Unsaved changes")).toBeHidden()
  await expect.poll(widthOf).toBeCloseTo(usual, -1)
})

test("an account's city and a contact's job title are typed in their cells", async ({ page, enterAs }) => {
  await enterAs("Sales manager")
  for (const { list, columns, column, typed } of [
    { list: "accounts", columns: 1, column: "City", typed: "Porto" },
    { list: "contacts", columns: 2, column: "Job title", typed: "Harbour master" },
  ]) {
    await page.goto(`/sales/${list}`)
    await reach(page, "j")
    for (let step = 0; step < columns; step++) await page.keyboard.press("ArrowRight")
    await page.keyboard.press("F2")
    const input = page.getByRole("textbox", { name: column, exact: true })
    await input.fill(typed)
    await input.press("Enter")
    await expect(toast(page, `${column} saved`)).toBeVisible()
    await expect(leads(page).locator("tr[data-current]")).toContainText(typed)
    await page.reload()
    await expect(leads(page).getByRole("row").nth(1)).toContainText(typed)
  }
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
  await expect(toast(elsewhere, "Rating saved")).toBeVisible()
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

test("two people move one opportunity to another stage: the second reads who was faster, and keeps that", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  qualifyLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await qualifyLead(company)
  await enterAs(elsewhere, "Sales manager")
  for (const each of [page, elsewhere]) {
    await each.goto(`/sales/opportunities?view=all&q=${encodeURIComponent(company)}`)
    await expect(rowOf(each, company)).toContainText("Develop")
    await walkToCell(each, "Stage", ["Topic", "Account", "Status", "Stage"])
  }
  await elsewhere.keyboard.press("p")
  await elsewhere.keyboard.press("Enter")
  await expect(toast(elsewhere, "Stage saved")).toBeVisible()
  await page.keyboard.press("c")
  await page.keyboard.press("Enter")
  const clash = page.getByRole("alertdialog", { name: "Changed meanwhile" })
  await expect(clash).toContainText("Priya Raman moved the opportunity")
  await clash.getByRole("button", { name: "Keep theirs" }).click()
  await expect(rowOf(page, company)).toContainText("Propose")
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

test("opportunities, accounts and contacts are looked at beside their lists, and worked from there", async ({
  page,
  enterAs,
  expectNoAxeFindings,
}) => {
  await enterAs("Sales manager")
  for (const [list, command] of [
    ["opportunities?view=open", "Close as Won"],
    ["accounts", "New contact"],
    ["contacts", "New opportunity"],
  ]) {
    await page.goto(`/sales/${list}`)
    await reach(page, "j")
    const name = (await leads(page).locator("tr[data-current]").getByRole("link").textContent()) ?? ""
    await page.keyboard.press("Space")
    const preview = page.getByRole("complementary", { name: `Preview of ${name}` })
    await expect(preview.getByRole("button", { name: command ?? "", exact: true })).toBeVisible()
    await expect(preview.getByRole("heading", { name: "Timeline" })).toBeVisible()
    await expectNoAxeFindings()
    await preview.getByRole("button", { name: "Assign", exact: true }).click()
    const dialog = page.getByRole("dialog", { name: "Assign" })
    await dialog.getByLabel("Owner").selectOption({ label: "Priya Raman" })
    await dialog.getByRole("button", { name: "Assign", exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(preview.locator(".person").first()).toHaveText("Priya Raman")
    await page.keyboard.press("Escape")
    await expect(preview).toBeHidden()
  }
})

test("rows in groups are worked as in the whole list: a changed rating brings a lead into another group", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Sales manager")
  await page.goto(`/sales/leads?view=all&group=rating&q=${encodeURIComponent(company)}`)
  const group = leads(page).locator("tbody").filter({ hasText: company })
  await expect(group.getByRole("rowheader", { name: /^Warm/ })).toBeVisible()
  await walkToCell(page, "Rating")
  await page.keyboard.press("h")
  await page.keyboard.press("Enter")
  await expect(group.getByRole("rowheader", { name: /^Hot/ })).toBeVisible()
  await page.keyboard.press("x")
  await expect(page.getByText("1 selected")).toBeVisible()
  await expectNoAxeFindings()
  await page.keyboard.press("Space")
  await expect(page.getByRole("complementary", { name: `Preview of ${company}` })).toBeVisible()
})
