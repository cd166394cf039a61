import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, openLead, toast } from "./office"

/** Two people with the same new lead before them. */
async function bothAt(company: string, page: Page, elsewhere: Page) {
  await enterAs(page, "Seller")
  await enterAs(elsewhere, "Sales manager")
  await openLead(page, company)
  await elsewhere.goto(page.url())
  await expect(elsewhere.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await expect(page.getByText(/^Also here: /)).toBeVisible()
}

async function writeNote(page: Page, text: string) {
  const note = page.getByRole("textbox", { name: "Note", exact: true })
  await note.click()
  await note.fill(text)
  await note.press("Control+Enter")
  await expect(page.getByText(text).first()).toBeVisible()
}

test("what a colleague changes appears without a reload, and says who it was", async ({ page, elsewhere, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await bothAt(company, page, elsewhere)
  await writeNote(elsewhere, "They called back this morning.")
  await expect(page.getByText("They called back this morning.")).toBeVisible()
  await expect(page.getByText(/changed this lead just now\./)).toBeVisible()
  await elsewhere.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = elsewhere.getByRole("dialog", { name: "Disqualify" })
  await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole("button", { name: "Reactivate", exact: true })).toBeVisible()
})

test("what a colleague takes back is no longer offered to be undone", async ({ page, elsewhere, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await bothAt(company, page, elsewhere)
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Disqualify" })
  await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
  const news = toast(page, "Disqualified")
  await expect(news).toBeVisible()
  await page.getByRole("link", { name: "Accounts", exact: true }).click()
  await expect(page).toHaveURL(/\/sales\/accounts/)
  await expect(news.getByRole("button", { name: "Undo" })).toBeVisible()
  await elsewhere.getByRole("main").getByRole("button", { name: "Undo" }).click()
  await expect(elsewhere.getByRole("button", { name: "Disqualify", exact: true })).toBeVisible()
  await expect(news).toBeHidden()
})

test("nothing is pulled from under somebody's hands: who types is told, and looks when they like", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await bothAt(company, page, elsewhere)
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Disqualify" })
  await expect(dialog).toBeVisible()
  await writeNote(elsewhere, "A note that is not shown yet.")
  await expect(page.getByText(/changed this lead just now\./)).toBeAttached()
  await expect(page.getByText("A note that is not shown yet.")).toBeHidden()
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Show", exact: true }).click()
  await expect(page.getByText("A note that is not shown yet.")).toBeVisible()
})

test("who else has the record open is shown by name, and gone when they leave", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await bothAt(company, page, elsewhere)
  await expect(page.getByText(/^Also here: /)).toHaveText("Also here: Priya Raman")
  await expect(elsewhere.getByText(/^Also here: /)).toHaveText("Also here: Maja Lindqvist")
  await expectNoAxeFindings()
  await elsewhere.goto("/sales/accounts")
  await expect(page.getByText(/^Also here: /)).toBeHidden()
  await elsewhere.goBack()
  await expect(page.getByText(/^Also here: /)).toBeVisible()
  await elsewhere.close()
  await expect(page.getByText(/^Also here: /)).toBeHidden()
})

test("what the worker does appears as well", async ({ page, elsewhere, someone, submitRequest, mailbox }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await bothAt(company, page, elsewhere)
  await elsewhere.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = elsewhere.getByRole("dialog", { name: "Disqualify" })
  await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(dialog).toBeHidden()
  await mailbox.letterTo(email, "Your request to become a business partner was declined")
  await expect(page.getByText(/Email sent/).filter({ hasText: "declined" })).toBeVisible()
})

test("a list shows what a colleague changes, where the row stands", async ({ page, elsewhere, someone, submitRequest }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  const row = page.getByRole("row", { name: new RegExp(company) })
  await expect(row).toContainText("Unassigned")
  await enterAs(elsewhere, "Sales manager")
  await openLead(elsewhere, company)
  await elsewhere.getByRole("button", { name: "Assign", exact: true }).click()
  const dialog = elsewhere.getByRole("dialog", { name: "Assign" })
  await dialog.getByLabel("Owner").selectOption({ label: "Maja Lindqvist" })
  await dialog.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toContainText("Maja Lindqvist")
})
