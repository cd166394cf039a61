import type { APIRequestContext, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { command } from "./office"

/** Opens the credit page of a partner's organization, from its customer. */
async function openCredit(page: Page, company: string): Promise<string> {
  await page.goto(`/commerce/customers?q=${encodeURIComponent(company)}`)
  await page.getByRole("row").getByRole("link", { name: company }).first().click()
  await expect(page.getByRole("region", { name: "Credit" })).toBeVisible()
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? ""
  await page.goto(`/commerce/credit/${id}`)
  await expect(page.getByRole("heading", { level: 1, name: `Credit of ${company}` })).toBeVisible()
  return id
}

async function setLimit(page: Page, amount: string, reason: string): Promise<void> {
  await page.getByRole("button", { name: "Set credit limit" }).first().click()
  const dialog = page.getByRole("dialog", { name: "Set credit limit" })
  await dialog.getByLabel("Credit limit", { exact: true }).fill(amount)
  await dialog.getByLabel("Reason").fill(reason)
  await dialog.getByRole("button", { name: "Set credit limit" }).click()
  await expect(dialog).toBeHidden()
}

/** An Administrator makes a key for a shop; it is shown once. */
async function aKey(page: Page): Promise<string> {
  await page.goto("/settings/api-keys")
  await page.getByRole("button", { name: "Add API key" }).click()
  const dialog = page.getByRole("dialog", { name: "Add API key" })
  const name = `Shop ${Date.now()}`
  await dialog.getByLabel("Name").fill(name)
  for (const scope of ["Authorize credit", "Post to the ledger", "Read credit"]) await dialog.getByLabel(scope).check()
  await dialog.getByRole("button", { name: "Add API key" }).click()
  const shown = page.getByRole("dialog", { name: "Your new API key" })
  const key = await shown.getByLabel("API key").inputValue()
  await shown.getByRole("button", { name: "Done" }).click()
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("Active")
  return key
}

const shop = (request: APIRequestContext, key: string, organization: string, user: string) => (amount: number, reference: string) =>
  request.post("/api/v1/credit/authorizations", {
    headers: { authorization: `Bearer ${key}`, "idempotency-key": `${reference.replaceAll(" ", "-")}-${Date.now()}` },
    data: { organization, user, amount, currency: "EUR", reference },
  })

test("staff set a limit, a shop asks at its checkout, and the partner sees what is left and limits its users", async ({
  page,
  elsewhere,
  request,
  aPartner,
  enterAs,
  expectNoAxeFindings,
}) => {
  const { company, email, person } = await aPartner()
  await enterAs("Administrator", elsewhere)
  const key = await aKey(elsewhere)
  await enterAs("Commerce manager", elsewhere)
  const organization = await openCredit(elsewhere, company)
  await expect(elsewhere.getByText("No credit yet")).toBeVisible()
  const order = shop(request, key, organization, email)
  expect((await order(100, "Too early")).status()).toBe(403)
  await setLimit(elsewhere, "1,000", "As agreed on the phone")
  await expect(elsewhere.getByRole("table", { name: "History of the credit limit" })).toContainText("In force")

  const granted = await order(40_000, "Order 1")
  expect(granted.status()).toBe(201)
  expect(await granted.json()).toMatchObject({ status: "authorized", left: { credit: 60_000 } })
  const refused = await order(60_001, "Order 2")
  expect(refused.status()).toBe(402)
  expect(await refused.json()).toMatchObject({ code: "credit_exceeded", left: 60_000 })
  await elsewhere.reload()
  await expect(elsewhere.getByRole("table", { name: "Ledger" })).toContainText("Authorized")

  await page.goto("/account")
  await expect(page.getByText("€ 600", { exact: true })).toBeVisible()
  await expect(page.getByText("Spent this month")).toBeVisible()
  await expectNoAxeFindings()
  await page.goto("/account/users")
  await page
    .getByRole("row", { name: new RegExp(person) })
    .getByRole("button", { name: "Spending limits" })
    .click()
  const limits = page.getByRole("dialog", { name: "Spending limits" })
  await limits.getByLabel("Per order").fill("50")
  await limits.getByLabel("Per month").fill("2000")
  await limits.getByRole("button", { name: "Spending limits" }).click()
  await expect(limits.getByText(/credit limit is € 1,000/).first()).toBeVisible()
  await limits.getByLabel("Per month").fill("500")
  await limits.getByRole("button", { name: "Spending limits" }).click()
  await expect(limits).toBeHidden()
  await expect(page.getByRole("row", { name: new RegExp(person) })).toContainText("€ 50 an order, € 500 a month")
  await expectNoAxeFindings()
  expect(await (await order(5001, "Order 3")).json()).toMatchObject({ code: "order_limit_exceeded", left: 5000 })
  await page.goto("/account/organization")
  await expect(page.getByText("€ 600", { exact: true })).toBeVisible()
  await page.getByRole("navigation", { name: "Account" }).getByRole("link", { name: "Account credit" }).click()
  const bought = page.getByRole("table", { name: "Orders on account" }).getByRole("row", { name: /Order 1/ })
  await expect(bought).toContainText(`${person}`)
  await expect(bought).toContainText("€ 400")
  await expect(page.getByText("No invoice and no payment yet.")).toBeVisible()
  await expectNoAxeFindings()
})

test("a limit above the threshold waits for a second person; nobody confirms their own", async ({
  page,
  aPartner,
  enterAs,
  expectNoAxeFindings,
}) => {
  const { company } = await aPartner()
  await enterAs("Commerce manager")
  const id = await openCredit(page, company)
  await setLimit(page, "80,000", "They order for a whole fleet")
  await expect(page.getByText("waits for a second person").first()).toBeVisible()
  await expect(page.getByRole("button", { name: "Confirm" })).toHaveAttribute("aria-disabled", "true")
  await expectNoAxeFindings()
  await enterAs("Administrator")
  await page.goto(`/commerce/credit/${id}`)
  await command(page, "Confirm")
  await expect(page.getByText("left of € 80,000")).toBeVisible()
  await expect(page.getByRole("table", { name: "History of the credit limit" })).toContainText("In force")
  await expectNoAxeFindings()
})

test("a review that is due is told by the bell, and completed with what it found", async ({ page, aPartner, enterAs }) => {
  const { company } = await aPartner()
  await enterAs("Commerce manager")
  await openCredit(page, company)
  await setLimit(page, "500", "First orders")
  await page.getByRole("button", { name: "Plan review" }).click()
  const plan = page.getByRole("dialog", { name: "Plan review" })
  await plan.getByLabel("Review on").fill(new Date().toISOString().slice(0, 10))
  await plan.getByRole("button", { name: "Plan review" }).click()
  await expect(plan).toBeHidden()
  await expect(async () => {
    await page.reload()
    await page.getByRole("button", { name: "Notifications" }).click()
    await expect(page.getByText(`The credit of ${company} is due for review.`)).toBeVisible({ timeout: 1500 })
  }).toPass()
  await page.keyboard.press("Escape")
  await page.getByRole("button", { name: "Complete review" }).click()
  const complete = page.getByRole("dialog", { name: "Complete review" })
  await complete.getByLabel("Finding").fill("Everything paid in time")
  await complete.getByRole("button", { name: "Complete review" }).click()
  await expect(complete).toBeHidden()
  await page.getByRole("link", { name: /^Customer CUS-/ }).click()
  await expect(page.getByText("reviewed the credit").first()).toBeVisible()
})

test("keys and thresholds are the Administrator's, and a revoked key opens nothing", async ({
  page,
  request,
  enterAs,
  expectNoAxeFindings,
}) => {
  await enterAs("Administrator")
  const key = await aKey(page)
  await expectNoAxeFindings()
  const read = () => request.get("/api/v1/credit/organizations/CUS-999999", { headers: { authorization: `Bearer ${key}` } })
  expect((await read()).status()).toBe(404)
  const row = page.getByRole("row").filter({ hasText: key.slice(0, 8) })
  await row.getByRole("button", { name: "Revoke" }).click()
  const revoke = page.getByRole("dialog", { name: "Revoke" })
  await revoke.getByRole("button", { name: "Revoke" }).click()
  await expect(revoke).toBeHidden()
  await expect(row).toContainText("Revoked")
  expect((await read()).status()).toBe(401)
  await page.goto("/settings/credit")
  await expect(page.getByRole("row", { name: /EUR/ })).toContainText("€ 50,000")
  await expectNoAxeFindings()
  await enterAs("Seller")
  await page.goto("/settings/api-keys")
  await expect(page.getByText(/not found|no such page/i).first()).toBeVisible()
})

test("all credit stands in one list: what is nearly used first, with views, a preview, a file, and the way to each organization", async ({
  page,
  request,
  aPartner,
  enterAs,
  expectNoAxeFindings,
}) => {
  const { company, email } = await aPartner()
  await enterAs("Administrator")
  const key = await aKey(page)
  await enterAs("Commerce manager")
  const organization = await openCredit(page, company)
  await setLimit(page, "200", "First orders")
  expect((await shop(request, key, organization, email)(19_000, "Order 9")).status()).toBe(201)
  await page.reload()
  await page.getByRole("button", { name: "Set credit limit" }).click()
  const dialog = page.getByRole("dialog", { name: "Set credit limit" })
  await expect(dialog.getByText("€ 190 counts against it, so € 10 is left.")).toBeVisible()
  await dialog.getByLabel("Credit limit", { exact: true }).fill("100")
  await expect(dialog.getByText("€ 190 counts against it, € 90 more than the limit: orders are refused until that is paid.")).toBeVisible()
  await expectNoAxeFindings()
  await page.keyboard.press("Escape")

  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Credit", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "All organizations with credit" })).toBeVisible()
  await page.getByRole("navigation", { name: "Views of credit" }).getByRole("link", { name: "Over 90 % used" }).click()
  await page.getByRole("searchbox").fill(company)
  await page.getByRole("searchbox").press("Enter")
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: company }) })
  await expect(row).toContainText("Near limit")
  await expect(row).toContainText("95 %")
  await expect(row).toContainText("€ 10")
  await expectNoAxeFindings()
  await page.goto(`/commerce/credit?view=near&q=${encodeURIComponent(company)}&peek=${organization}`)
  await expect(page.getByRole("complementary", { name: `Preview of ${company}` })).toContainText("left of € 200")
  await expectNoAxeFindings()
  const coming = page.waitForEvent("download")
  await page.getByRole("button", { name: "Export" }).click()
  await page.getByRole("button", { name: "CSV" }).click()
  expect((await coming).suggestedFilename()).toMatch(/^Over 90 used \d{4}-\d\d-\d\d\.csv$/)
  await page.getByRole("row").getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: `Credit of ${company}` })).toBeVisible()
})

test("a partner asks for credit, staff find the request in their list, and the limit that they set answers it", async ({
  page,
  elsewhere,
  aPartner,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const { company, email } = await aPartner()
  await page.goto("/account/credit")
  await page.getByRole("button", { name: "Ask for credit" }).click()
  const dialog = page.getByRole("dialog", { name: "Ask for credit" })
  await dialog.getByLabel("Credit limit").fill("lots")
  await dialog.getByLabel("What you need it for").fill("Stock for the season")
  await dialog.getByRole("button", { name: "Ask for credit" }).click()
  await expect(dialog.getByText("Enter the limit that you need").first()).toBeVisible()
  await dialog.getByLabel("Credit limit").fill("1,500")
  await dialog.getByRole("button", { name: "Ask for credit" }).click()
  await expect(page.getByText("It waits for the store’s answer.")).toBeVisible()
  await expectNoAxeFindings()

  await enterAs("Commerce manager", elsewhere)
  await elsewhere.goto(`/commerce/credit?view=asked&q=${encodeURIComponent(company)}`)
  const row = elsewhere.getByRole("row").filter({ has: elsewhere.getByRole("link", { name: company }) })
  await expect(row).toContainText("Not on account")
  await row.getByRole("link", { name: company }).click()
  await expect(elsewhere.getByText("Stock for the season").first()).toBeVisible()
  await elsewhere.getByRole("button", { name: "Set credit limit" }).last().click()
  const set = elsewhere.getByRole("dialog", { name: "Set credit limit" })
  await expect(set.getByLabel("Credit limit", { exact: true })).toHaveValue("1500")
  await set.getByLabel("Currency").selectOption("USD")
  await expect(set.getByText("They asked for € 1,500; amounts are not converted")).toBeVisible()
  await set.getByLabel("Credit limit", { exact: true }).fill("1,200")
  await expect(set.getByRole("status")).toContainText("$ 1,200 is left")
  await expectNoAxeFindings(elsewhere)
  await set.getByRole("button", { name: "Set credit limit" }).click()
  await expect(set).toBeHidden()
  await expect(elsewhere.getByText("left of $ 1,200")).toBeVisible()
  await expect(elsewhere.getByRole("button", { name: "Decline" })).toHaveCount(0)
  const letter = await mailbox.letterTo(email, `The credit limit of ${company} has changed`)
  expect(letter.text).toContain("$ 1,200")
  await page.reload()
  await expect(page.getByText(/The request of .* for € 1,500 was answered/)).toBeVisible()
  await expect(page.getByText("Credit left")).toBeVisible()
})
