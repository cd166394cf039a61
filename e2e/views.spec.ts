import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true })
const leads = (page: Page) => page.getByRole("table").getByRole("row")

/** A name that no other run has. */
const named = (name: string) => `${name} ${Date.now().toString(36)}`

async function openPicker(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).getByRole("button").click()
  await expect(page.getByRole("button", { name: "Save as a new view" })).toBeVisible()
}

/** Filters the list by a field that has a list of values, and asserts that the URL took it. */
async function filterBy(page: Page, field: string, values: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Filter", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Filter" })
  await dialog.getByLabel("Field").last().selectOption({ label: field })
  await dialog.getByRole("button", { name: `Choose ${field}` }).click()
  for (const value of values) await dialog.getByLabel(value, { exact: true }).check()
  await page.keyboard.press("Escape")
  await expect(dialog).toBeVisible()
  await dialog.getByRole("button", { name: "Filter", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/[?&]f=/)
}

async function saveAs(page: Page, name: string, audience: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Save as a new view" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByLabel("Who sees it").selectOption({ label: audience })
  await dialog.getByRole("button", { name: "Save as a new view" }).click()
  await expect(dialog).toBeHidden()
  await expect(heading(page, name)).toBeVisible()
}

async function deleteView(page: Page): Promise<void> {
  await openPicker(page)
  await page.getByRole("button", { name: "Delete view" }).click()
  const dialog = page.getByRole("dialog", { name: "Delete view" })
  await dialog.getByRole("button", { name: "Delete view" }).click()
  await expect(dialog).toBeHidden()
}

test("a filter that is built, saved and shared opens for a colleague, whose changes stay theirs until they revert", async ({
  page,
  elsewhere,
  enterAs,
  expectNoAxeFindings,
}) => {
  const name = named("Hot, not closed")
  await enterAs("Sales manager")
  await page.goto("/sales/leads?view=all")
  await filterBy(page, "Rating", ["Hot", "Warm"])
  await expect(page.getByText("is Hot or Warm")).toBeVisible()
  await expect(page.getByText("Unsaved changes")).toBeVisible()
  await page.getByRole("button", { name: "Columns" }).click()
  const columns = page.getByRole("dialog", { name: "Columns" })
  await columns.getByRole("button", { name: "Move Rating up" }).click()
  await columns.getByLabel("Add a column").selectOption({ label: "Source" })
  await expect(columns.getByText("Source added as the last column")).toBeAttached()
  await columns.getByRole("button", { name: "Apply" }).click()
  await expect(page.getByRole("columnheader", { name: "Source" })).toBeVisible()
  await page.getByRole("button", { name: "Save as", exact: true }).click()
  await saveAs(page, name, "Everybody")
  await expect(page.getByText("Unsaved changes")).toBeHidden()
  await expect(page).toHaveTitle(new RegExp(name))
  await expectNoAxeFindings()

  await enterAs("Seller", elsewhere)
  await elsewhere.goto(page.url())
  await expect(heading(elsewhere, name)).toBeVisible()
  await expect(elsewhere.getByRole("columnheader", { name: "Source" })).toBeVisible()
  await elsewhere.getByRole("link", { name: "Remove filter Rating is Hot or Warm" }).click()
  await expect(elsewhere.getByText("Unsaved changes")).toBeVisible()
  const save = elsewhere.getByRole("button", { name: "Save", exact: true })
  await expect(save).toHaveAttribute("aria-disabled", "true")
  await expect(save).toHaveAttribute("aria-description", /Others use this view too\. A Sales manager or Administrator can change it/)
  await elsewhere.reload()
  await expect(elsewhere.getByText("Unsaved changes")).toBeVisible()
  await elsewhere.getByRole("link", { name: "Revert" }).click()
  await expect(elsewhere.getByText("is Hot or Warm")).toBeVisible()
  await expect(elsewhere.getByText("Unsaved changes")).toBeHidden()

  await page.getByRole("columnheader", { name: "Company" }).getByRole("link").click()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("Unsaved changes")).toBeHidden()
  await elsewhere.reload()
  await expect(elsewhere.getByRole("columnheader", { name: "Company" })).toHaveAttribute("aria-sort", "ascending")
  await deleteView(page)
  await elsewhere.reload()
  await expect(heading(elsewhere, "All commerce B2B leads")).toBeVisible()
})

test("a role's list opens with its default, and the standard view stays within reach", async ({ page, elsewhere, enterAs }) => {
  const name = named("Contacts to call")
  await enterAs("Sales manager")
  await page.goto("/sales/contacts?sort=created")
  await page.getByRole("button", { name: "Save as", exact: true }).click()
  await saveAs(page, name, "Default of Commerce manager")
  await enterAs("Commerce manager", elsewhere)
  await elsewhere.goto("/sales/contacts")
  await expect(heading(elsewhere, name)).toBeVisible()
  await openPicker(elsewhere)
  await elsewhere.getByRole("link", { name: "Contacts", exact: true }).last().click()
  await expect(heading(elsewhere, "Contacts")).toBeVisible()
  await elsewhere.getByRole("columnheader", { name: "Created" }).getByRole("link").click()
  await expect(elsewhere.getByRole("columnheader", { name: "Created" })).toHaveAttribute("aria-sort", /./)
  await expect(heading(elsewhere, "Contacts")).toBeVisible()
  await deleteView(page)
  await elsewhere.goto("/sales/contacts")
  await expect(heading(elsewhere, "Contacts")).toBeVisible()
})

test("a filter is built by the keyboard alone", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all")
  await page.getByRole("button", { name: "Filter", exact: true }).focus()
  const dialog = page.getByRole("dialog", { name: "Filter" })
  await expect(async () => {
    await page.keyboard.press("Enter")
    await expect(dialog).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(dialog.getByLabel("Match")).toBeFocused()
  await page.keyboard.press("Tab")
  await page.keyboard.type("Rating")
  await page.keyboard.press("Tab")
  await expect(dialog.getByLabel("Operator")).toBeFocused()
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Space")
  await expect(dialog.getByLabel("Hot", { exact: true })).toBeChecked()
  await page.keyboard.press("Escape")
  await expect(dialog.getByRole("button", { name: "Rating: Hot" })).toBeFocused()
  for (let step = 0; step < 3; step++) await page.keyboard.press("Tab")
  await expect(dialog.getByRole("button", { name: "Add group" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(dialog.getByLabel("Field").last()).toBeFocused()
  await page.keyboard.type("City")
  await expectNoAxeFindings()
  await dialog.getByRole("button", { name: "Filter", exact: true }).press("Enter")
  await expect(dialog.getByText("Enter what to look for")).toBeVisible()
  await dialog.getByLabel("City, value").fill("nowhere at all")
  await page.keyboard.press("Enter")
  await expect(dialog).toBeHidden()
  await expect(page.getByText("No leads found")).toBeVisible()
  await page.getByRole("link", { name: "Remove filter City contains nowhere at all" }).click()
  await expect(leads(page).nth(1)).toBeVisible()
  await expect(page.getByText("is Hot", { exact: true })).toBeVisible()
})

test("a filter stays from grid to board and back, in groups and without", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&rating=hot")
  const chip = page.getByRole("link", { name: "Remove filter Rating is Hot" })
  const layout = page.getByRole("navigation", { name: "Layout" })
  await layout.getByRole("link", { name: "Board" }).click()
  await expect(layout.getByRole("link", { name: "Board" })).toHaveAttribute("aria-current", "true")
  await expect(chip).toBeVisible()
  await page.getByLabel("Group by").selectOption({ label: "Owner" })
  await expect(page).toHaveURL(/group=owner/)
  await layout.getByRole("link", { name: "Grid" }).click()
  await expect(layout.getByRole("link", { name: "Grid" })).toHaveAttribute("aria-current", "true")
  await expect(page.getByLabel("Group by")).toHaveValue("owner")
  await expect(chip).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("searchbox").fill("nobody is called so")
  await page.getByRole("searchbox").press("Enter")
  await expect(page.getByText("No leads found")).toBeVisible()
  await page.getByRole("link", { name: "Revert" }).click()
  await expect(page.getByLabel("Group by")).toHaveValue("")
  await expect(page.getByRole("searchbox")).toHaveValue("nobody is called so")
})

test("a record that was opened from a saved view leads back to it, and to its neighbours there", async ({ page, enterAs }) => {
  const name = named("A very long name of a view that somebody typed to see where it breaks")
  await enterAs("Seller")
  await page.goto("/sales/leads?view=all&sort=company&dir=asc&rating=hot")
  await page.getByRole("button", { name: "Save as", exact: true }).click()
  await saveAs(page, name.slice(0, 80), "Only me")
  const links = page.getByRole("table").locator("tbody").getByRole("link")
  await expect(links.nth(1)).toBeVisible()
  const names = await links.allTextContents()
  await page.getByRole("link", { name: names[0] ?? "", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: names[0] ?? "" })).toBeVisible()
  await page.getByRole("link", { name: "Next lead" }).click()
  await expect(page.getByRole("heading", { level: 1, name: names[1] ?? "" })).toBeVisible()
  await page.getByRole("link", { name: name.slice(0, 80) }).click()
  await expect(heading(page, name.slice(0, 80))).toBeVisible()
  await deleteView(page)
  await expect(heading(page, "All commerce B2B leads")).toBeVisible()
})

test("a lead from Commerce says why it is not among mine, and joins them when it is taken", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  openLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await page.goto("/sales/leads?view=my-open")
  await expect(page.getByText("A lead that came from Commerce has no owner at first.")).toBeVisible()
  await page.getByRole("link", { name: "Show leads that nobody owns" }).click()
  await expect(page.getByText("is empty", { exact: true })).toBeVisible()
  await openLead(company)
  await expect(page.getByText("This lead came from Commerce and nobody owns it yet.")).toBeVisible()
  await page.getByRole("button", { name: "Take", exact: true }).click()
  await expect(page.getByText("This lead came from Commerce and nobody owns it yet.")).toBeHidden()
  await page.goto(`/sales/leads?view=my-open&q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("link", { name: company })).toBeVisible()
})
