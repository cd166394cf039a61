import { expect, test } from "./fixtures"
import { command, open, openHierarchy, toast } from "./office"

const lists = [
  ["/sales/leads", "All commerce B2B leads"],
  ["/sales/leads?view=my-open", "My open leads"],
  ["/sales/leads?view=open", "Open leads"],
  ["/sales/leads?view=closed", "Closed leads"],
  ["/sales/leads?view=all", "All leads"],
  ["/sales/opportunities?view=all", "All opportunities"],
  ["/sales/accounts", "Accounts"],
  ["/sales/contacts", "Contacts"],
  ["/commerce/prospects", "All prospects"],
  ["/commerce/customers", "Customers"],
  ["/commerce/hierarchies", "Customer hierarchies"],
] as const

test("every list of records bears its name once, has one search box, and rows of cells that lead to their records", async ({
  page,
  enterAs,
}) => {
  await enterAs("Administrator")
  for (const [path, name] of lists) {
    await page.goto(path)
    await expect(page.getByRole("heading", { name, exact: true }), path).toHaveCount(1)
    await expect(page.getByRole("searchbox"), path).toHaveCount(1)
    // An Administrator owns no lead: an empty view has words in place of its table.
    if (path.endsWith("my-open")) continue
    const table = page.getByRole("table")
    await expect(table, path).toHaveCount(1)
    const row = table.getByRole("row").nth(1)
    await expect(row.getByRole("cell").first(), path).toBeVisible()
    await expect(row.getByRole("link").first(), path).toBeVisible()
    await page.goto(`${path}${path.includes("?") ? "&" : "?"}q=nobody-has-this-name`)
    await expect(page.getByRole("searchbox"), path).toHaveValue("nobody-has-this-name")
    await expect(page.getByText(/^No .+ found$/), path).toBeVisible()
  }
})

const small = [
  "/settings/staff",
  "/settings/api-keys",
  "/settings/templates",
  "/settings/customer-lists",
  "/settings/working-hours",
  "/settings/audit",
  "/settings/email",
  "/settings/email/held",
  "/settings/email/addresses",
  "/settings/email/log",
  "/sales/approvals",
  "/sales/runs",
] as const

test("the lists of Settings and of work have one too, and take ?q=", async ({ page, enterAs }) => {
  await enterAs("Administrator")
  for (const path of small) {
    await page.goto(`${path}?q=nobody-has-this-name`)
    await expect(page.getByRole("searchbox"), path).toHaveCount(1)
    await expect(page.getByRole("searchbox"), path).toHaveValue("nobody-has-this-name")
    await expect(page.getByRole("table"), path).toHaveCount(0)
  }
  await page.goto("/settings/staff?q=LINDQVIST")
  await expect(page.getByRole("row", { name: /Maja Lindqvist/ })).toBeVisible()
  await expect(page.getByRole("row")).toHaveCount(2)
})

test("a decision can be undone by one button of that name, on its record and from a list", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
}) => {
  const applicant = someone()
  await submitRequest(applicant)
  await enterAs("Seller")
  await openLead(applicant.company)
  for (const name of ["Qualify", "Disqualify", "Assign"]) await expect(page.getByRole("button", { name, exact: true })).toHaveCount(1)
  for (const name of ["Contact", "Company", "Timeline"]) await expect(page.getByRole("heading", { name, exact: true })).toHaveCount(1)
  const undo = page.getByRole("button", { name: "Undo", exact: true })
  await command(page, "Disqualify")
  // The toast offers it only until the record does.
  await expect(page.getByRole("main").getByRole("button", { name: "Undo", exact: true })).toBeVisible()
  await expect(undo).toHaveCount(1)
  await undo.click()
  await expect(page.getByRole("button", { name: "Disqualify", exact: true })).not.toHaveAttribute("aria-disabled", "true")

  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(applicant.company)}`)
  const row = page.getByRole("row").filter({ hasText: applicant.company })
  await open(() => page.keyboard.press("j"), page.locator("tr[data-current]"))
  await page.keyboard.press("d")
  await page.getByRole("dialog", { name: "Disqualify" }).getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(row).toContainText("Lost")
  await expect(undo).toHaveCount(1)
  await undo.click()
  await expect(row).toContainText("New")
})

test("Override copies from the Admin to all by a dialog of its name, and can be undone", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Commerce manager")
  await openHierarchy(page, "Hellenic Ropeworks S.A.")
  for (const name of ["Add", "Override", "Enable", "Disable", "Change role"])
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(1)
  await page.getByRole("button", { name: "Override", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Override", exact: true })
  await expect(dialog.getByRole("list", { name: "What is copied" })).toBeVisible()
  await expectNoAxeFindings()
  await dialog.getByRole("button", { name: "Override", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(toast(page, /members? overridden/)).toBeVisible()
  await page.getByRole("region", { name: "Overrides" }).getByRole("button", { name: "Undo" }).first().click()
  await expect(toast(page, /put back/)).toBeVisible()
})
