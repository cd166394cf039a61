import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { editLine, fact } from "./office"

/** Makes an organization by hand, on whose record it ends. */
async function newOrganization(page: Page, name: string): Promise<void> {
  await page.goto("/commerce/customers")
  await page.getByRole("button", { name: "New customer" }).click()
  const dialog = page.getByRole("dialog", { name: "New customer" })
  await dialog.getByLabel("Name", { exact: true }).fill(name)
  await dialog.getByLabel("Country/region").selectOption({ label: "Portugal" })
  await dialog.getByRole("button", { name: "New customer" }).click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}

async function choose(page: Page, section: string, label: string, option: string): Promise<void> {
  const line = await editLine(page, section, label)
  await line.getByRole("combobox").selectOption({ label: option })
  await line.getByRole("button", { name: "Save", exact: true }).click()
  await expect(fact(page, section, label)).toContainText(option)
  await expect(page.getByRole("status").filter({ hasText: `${label} saved` })).toHaveCount(1)
}

test("a customer made by hand gets its terms, addresses and numbers, has an account in Sales, and a history", async ({
  page,
  someone,
  enterAs,
  expectNoAxeFindings,
}) => {
  test.slow()
  const { company } = someone()
  await enterAs("Commerce manager")
  await newOrganization(page, company)
  await choose(page, "Invoice and delivery", "Payment terms", "N30, Net 30 days")
  await choose(page, "Pricing", "Price group", "GOLD, Gold partners")

  await page.getByRole("button", { name: "Add address" }).click()
  const address = page.getByRole("dialog", { name: "Add address" })
  await address.getByLabel("Which address this is").fill("Warehouse")
  await address.getByLabel("Street", { exact: true }).fill("Cais 4")
  await address.getByLabel("City").fill("Faro")
  await address.getByLabel("ZIP/postal code").fill("1")
  await expectNoAxeFindings()
  await address.getByRole("button", { name: "Add address" }).click()
  await expect(address.getByLabel("ZIP/postal code")).toHaveAttribute("aria-invalid", "true")
  await address.getByLabel("ZIP/postal code").fill("8000-123")
  await address.getByRole("button", { name: "Add address" }).click()
  await expect(page.getByRole("list", { name: "Further addresses" })).toContainText("Warehouse")

  await page.getByRole("button", { name: "Add number" }).click()
  const number = page.getByRole("dialog", { name: "Add number" })
  await number.getByLabel("Type").selectOption("GLN")
  await number.getByLabel("Number", { exact: true }).fill("4006381333932")
  await number.getByRole("button", { name: "Add number" }).click()
  await expect(number.getByText("The last digit does not fit").first()).toBeVisible()
  await number.getByLabel("Number", { exact: true }).fill("4006381333931")
  await number.getByRole("button", { name: "Add number" }).click()
  await expect(page.getByRole("list", { name: "Registration numbers" })).toContainText("4006381333931 Checked")
  await expectNoAxeFindings()

  await page.getByRole("region", { name: "History" }).getByRole("link", { name: "Show all" }).click()
  const changes = page.getByRole("table", { name: "Changes" })
  await expect(changes.getByRole("row", { name: /Payment terms Empty N30, Net 30 days Henrik Aalto/ })).toBeVisible()
  await expect(changes.getByRole("row", { name: /Addresses Empty Delivery, primary: Warehouse, Cais 4/ })).toBeVisible()
  await expectNoAxeFindings()
  await page.goto(`/sales/accounts?q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("row").getByRole("link", { name: company })).toHaveCount(1)
})

test("a person made by hand orders for an organization that is chosen by keyboard; an address is judged by its country", async ({
  page,
  someone,
  enterAs,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await enterAs("Commerce manager")
  await newOrganization(page, company)
  await (await editLine(page, "Addresses", "Business, primary")).getByLabel("ZIP/postal code").fill("29")
  const address = fact(page, "Addresses", "Business, primary")
  await address.getByRole("button", { name: "Save", exact: true }).click()
  await expect(address.getByLabel("ZIP/postal code")).toHaveAttribute("aria-invalid", "true")
  await address.getByLabel("ZIP/postal code").fill("2900213")
  await address.getByLabel("City").fill("Setúbal")
  await address.getByRole("button", { name: "Save", exact: true }).click()
  await expect(address).toContainText("2900-213")

  await page.goto("/commerce/customers")
  await page.getByRole("button", { name: "New customer" }).click()
  const dialog = page.getByRole("dialog", { name: "New customer" })
  await dialog.getByLabel("Country/region").selectOption({ label: "Portugal" })
  await dialog.getByLabel("Name", { exact: true }).fill(`${company} Zwei`)
  await dialog.getByLabel("City").fill("Faro")
  await dialog.getByRole("button", { name: "New customer" }).click()
  await expect(dialog.getByText("Enter the street").first()).toBeVisible()
  await expectNoAxeFindings()
  await dialog.getByLabel("Type").selectOption("Person")
  await dialog.getByLabel("First name").fill("Rui")
  await dialog.getByLabel("Last name").fill("Costa")
  await dialog.getByLabel("Email").fill(email)
  await dialog.getByRole("combobox", { name: /^Organization/ }).fill(company)
  await dialog.getByRole("button", { name: "New customer" }).click()
  await expect(dialog.getByText("Choose the organization from the list").first()).toBeVisible()
  await dialog.getByRole("combobox", { name: /^Organization/ }).fill(company.slice(0, -1))
  await expect(dialog.getByRole("option", { name: company })).toBeVisible()
  await expectNoAxeFindings()
  await dialog.getByRole("combobox", { name: /^Organization/ }).press("ArrowDown")
  await dialog.getByRole("combobox", { name: /^Organization/ }).press("Enter")
  await expect(dialog.getByRole("combobox", { name: /^Organization/ })).toHaveValue(company)
  await dialog.getByRole("button", { name: "New customer" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Rui Costa" })).toBeVisible()
  await expect(page.getByRole("link", { name: company }).first()).toBeVisible()
})

test("two who edit one customer: the second is shown both values; what they share with Sales arrives there", async ({
  page,
  elsewhere,
  someone,
  enterAs,
}) => {
  const { company } = someone()
  await enterAs("Commerce manager")
  await newOrganization(page, company)
  await enterAs("Administrator", elsewhere)
  await elsewhere.goto(page.url())
  const theirs = await editLine(elsewhere, "General", "Search name")
  const mine = await editLine(page, "General", "Search name")
  await theirs.getByRole("textbox").fill("Theirs")
  await theirs.getByRole("textbox").press("Enter")
  await expect(fact(elsewhere, "General", "Search name")).toContainText("Theirs")
  await mine.getByRole("textbox").fill("Mine")
  await mine.getByRole("textbox").press("Enter")
  const dialog = page.getByRole("dialog", { name: "Resolve conflict" })
  await expect(dialog).toContainText("Noor Haddad changed this field")
  await dialog.getByRole("radio", { name: /Merged/ }).check()
  await dialog.getByRole("button", { name: "Save" }).click()
  await expect(fact(page, "General", "Search name")).toContainText("Theirs, Mine")
  await page.getByRole("region", { name: "Counterpart in Sales" }).getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
})

test("approval sets a person's invoice account; by hand it is refused with the reason, and so is Archive", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
}) => {
  const { company, person, ...rest } = someone()
  await submitRequest({ company, person, ...rest })
  await enterAs("Seller")
  await qualifyLead(company, { close: "Close as Won" })
  await enterAs("Commerce manager")
  await page.goto(`/commerce/customers?view=persons&q=${encodeURIComponent(rest.email)}`)
  await page.getByRole("row").getByRole("link", { name: person }).click()
  await expect(fact(page, "Invoice and delivery", "Invoice account")).toContainText(company)
  await expect(fact(page, "Retail", "B2B administrator")).toContainText(/Yes, of HIE-\d+/)
  for (const [name, why] of [
    ["Choose invoice account", /so the invoices go to that organization/],
    ["Archive", /is a user of customer hierarchy HIE-\d+/],
  ] as const) {
    const button = page.getByRole("button", { name, exact: true })
    await expect(button).toHaveAttribute("aria-disabled", "true")
    await expect(button).toHaveAccessibleDescription(why)
  }
})

test("the list narrows by a code, shows a preview, and an archived customer is found in its view", async ({
  page,
  someone,
  enterAs,
  expectNoAxeFindings,
}) => {
  const { company } = someone()
  await enterAs("Commerce manager")
  await newOrganization(page, company)
  const record = page.url().split("?")[0] ?? ""
  await choose(page, "Invoice and delivery", "Payment terms", "N60, Net 60 days")
  const f = encodeURIComponent(JSON.stringify(["paymentTerms", "is", "N60"]))
  await page.goto(`/commerce/customers?q=${encodeURIComponent(company)}&f=${f}`)
  await expect(page.getByRole("heading", { name: "Customers", exact: true })).toBeVisible()
  await expect(page.getByRole("row").getByRole("link", { name: company })).toBeVisible()
  await page.goto(`/commerce/customers?q=${encodeURIComponent(company)}&peek=${record.split("/").at(-1)}`)
  await expect(page.getByRole("complementary", { name: `Preview of ${company}` })).toContainText("N60")
  await expectNoAxeFindings()
  await page.goto(record)
  await page.getByRole("button", { name: "Archive", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Archive" })
  await dialog.getByRole("button", { name: "Archive", exact: true }).click()
  await expect(dialog.getByText("Say why").first()).toBeVisible()
  await dialog.getByLabel("Reason").fill("Closed down")
  await dialog.getByRole("button", { name: "Archive", exact: true }).click()
  await expect(page.getByRole("button", { name: "Reactivate" })).toBeVisible()
  await page.goto(`/commerce/customers?view=archived&q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("row").getByRole("link", { name: company })).toBeVisible()
})

test("ticked customers are given a code: each term offers the codes of its own list, and one of them is chosen", async ({
  page,
  someone,
  enterAs,
}) => {
  const { company } = someone()
  await enterAs("Commerce manager")
  await newOrganization(page, company)
  await page.goto(`/commerce/customers?q=${encodeURIComponent(company)}`)
  await page
    .getByRole("row", { name: new RegExp(company) })
    .getByRole("checkbox")
    .check()
  await page.getByRole("button", { name: "Set terms", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Set terms" })
  const code = dialog.getByLabel("Code")
  for (const [term, first] of [
    ["Customer group", "DEALER"],
    ["Payment method", "ACCOUNT"],
    ["Customer group", "DEALER"],
  ] as const) {
    await dialog.getByLabel("What to set").selectOption({ label: term })
    await expect(code).toHaveValue(first)
  }
  await dialog.getByRole("button", { name: "Set terms", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Customer group: DEALER, Dealers" })).toBeVisible()
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText("None → DEALER")
})

test("value lists are kept in Settings, and what is archived can no longer be chosen", async ({ page, enterAs, expectNoAxeFindings }) => {
  const code = `T${Date.now().toString(36).toUpperCase()}`
  await enterAs("Commerce manager")
  await page.goto("/settings/customer-lists")
  await page.getByRole("button", { name: "Add a code" }).click()
  const dialog = page.getByRole("dialog", { name: "Add a code" })
  await dialog.getByLabel("List").selectOption("Price groups")
  await dialog.getByLabel("Code", { exact: true }).fill(code)
  await dialog.getByLabel("Name", { exact: true }).fill("Trial partners")
  await dialog.getByRole("button", { name: "Add a code" }).click()
  const row = page.getByRole("table", { name: "Price groups" }).getByRole("row", { name: new RegExp(code) })
  await expect(row).toContainText("In use")
  await expectNoAxeFindings()
  await row.getByRole("button", { name: "Archive" }).click()
  await page.getByRole("dialog", { name: "Archive" }).getByRole("button", { name: "Archive" }).click()
  await expect(row).toContainText("Archived")
})

test("hierarchies are listed by view and previewed with their members", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Seller")
  await page.goto("/commerce/hierarchies?sort=members")
  await expect(page.getByRole("heading", { name: "Customer hierarchies", exact: true })).toBeVisible()
  await page.getByRole("row").nth(1).getByRole("link").first().click()
  await expect(page).toHaveURL(/\/hierarchies\/[0-9a-f-]{36}/)
  await page.goto(`/commerce/hierarchies?peek=${page.url().split("/").at(-1)?.split("?")[0]}`)
  await expect(page.getByRole("complementary", { name: /^Preview of/ })).toContainText("Admin")
  await expectNoAxeFindings()
})
