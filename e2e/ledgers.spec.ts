import { readFile } from "node:fs/promises"
import { expect, test } from "./fixtures"
import { command, enterAs, openLead, openProspect } from "./office"

test("every move is told, opens to what it touched and where it stands in the chain, and leaves as a file that can be verified", async ({
  page,
  someone,
  submitRequest,
  qualifyLead,
  expectNoAxeFindings,
}) => {
  const { company } = someone()
  const reference = await submitRequest({ company })
  await enterAs(page, "Seller")
  await qualifyLead(company)
  await enterAs(page, "Administrator")
  await page.goto("/settings/audit")
  await expect(page.getByText(/Sealed up to row/)).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("searchbox").fill(reference)
  await page.getByRole("searchbox").press("Enter")
  const audit = page.getByRole("table", { name: "Audit" })
  await expect(audit.getByRole("row")).toHaveCount(3)
  await expect(audit).toContainText("submitted the request")
  await page.getByLabel("Area", { exact: true }).selectOption("Sales")
  await expect(audit.getByRole("row")).toHaveCount(2)
  await audit.getByRole("link", { name: /qualified the lead/ }).click()
  await expect(page.getByRole("heading", { level: 1 })).toContainText("qualified the lead")
  const touched = page.getByRole("region", { name: "Records touched" })
  await expect(touched.getByRole("link", { name: reference })).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole("region", { name: "Seal" })).toContainText("Hash before", { timeout: 1000 })
  }).toPass()
  await expectNoAxeFindings()
  await touched.getByRole("link", { name: company, exact: true }).first().click()
  await expect(page).toHaveURL(/\/(sales|commerce)\//)

  await page.goto(`/settings/audit?q=${reference}`)
  const download = page.waitForEvent("download")
  await page.getByRole("button", { name: "Export" }).click()
  await page.getByRole("button", { name: "JSON lines, to verify" }).click()
  const rows = (await readFile(await (await download).path(), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
  expect(rows.map(({ move }) => move)).toEqual(["request.submit", "lead.qualify"])
  expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
})

test("numbers get a format with the year, a clash is named, and the history says who changed what", async ({
  page,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const year = new Date().getUTCFullYear()
  await enterAs(page, "Administrator")
  await page.goto("/settings/number-sequences")
  const form = page.getByRole("form", { name: "Customer hierarchies" })
  await expect(form.getByLabel("Preview of Customer hierarchies")).toContainText(/HIE-\d+, HIE-\d+/)
  const format = form.getByLabel("Format")
  const before = await format.inputValue()
  await form.getByLabel("Next number").fill("1")
  await form.getByRole("button", { name: "Save" }).click()
  await expect(form.getByText(/exists already|were given in this format/).first()).toBeVisible()
  await format.fill("HIE-")
  await form.getByRole("button", { name: "Insert year" }).click()
  await expect(format).toHaveValue("HIE-{year}")
  await format.fill("HIE-{year}-{number}")
  await expect(form.getByLabel("Preview of Customer hierarchies")).toContainText(`HIE-${year}-000001, HIE-${year}-000002`)
  await form.getByLabel("Continuous").check()
  await expect(form.getByText("No number is left out", { exact: false })).toBeVisible()
  await form.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText(`The next number is HIE-${year}-000001.`)).toBeVisible()
  await page.getByText("History of Customer hierarchies").click()
  await expect(page.getByRole("table", { name: "Versions of Customer hierarchies" })).toContainText("HIE-{year}-{number}")
  await expectNoAxeFindings()

  const { company } = someone()
  await submitRequest({ company })
  await enterAs(page, "Commerce manager")
  await openProspect(page, company)
  await command(page, "Approve")
  await page.goto(`/commerce/hierarchies?q=${encodeURIComponent(company)}`)
  await expect(page.getByText(new RegExp(`HIE-${year}-\\d{6}`)).first()).toBeVisible()

  await enterAs(page, "Administrator")
  await page.goto("/settings/number-sequences")
  await format.fill(before)
  await form.getByLabel("Next number").fill("500000")
  await form.getByLabel("Continuous").uncheck()
  await form.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("The next number is HIE-500000.")).toBeVisible()
  await page.goto("/settings/audit?move=sequence.change")
  await page
    .getByRole("table", { name: "Audit" })
    .getByRole("link", { name: /changed a number sequence/ })
    .first()
    .click()
  await expect(page.getByRole("table", { name: "Fields changed" })).toContainText("HIE-{year}-{number}")
})

test("the house is checked when somebody asks, and says that all of it holds", async ({
  page,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company } = someone()
  await submitRequest({ company })
  await enterAs(page, "Seller")
  await openLead(page, company)
  await page.goto("/settings/health")
  await expect(page.getByText("This page is not here")).toBeVisible()
  await enterAs(page, "Administrator")
  await page.goto("/settings/health")
  await expect(page.getByRole("region", { name: "Worker" })).toContainText("Heard")
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Check now" }).click()
  const checks = page.getByRole("table", { name: "Checks" })
  await expect(checks.getByRole("row", { name: /The audit says what was sealed/ })).toContainText("Met", { timeout: 60_000 })
  await expect(checks.getByText("Waiting")).toHaveCount(0, { timeout: 60_000 })
  await expect(checks.getByText("Broken")).toHaveCount(0)
  await expectNoAxeFindings()
  await page.goto("/settings/audit")
  await expect(page.getByText(/every row says what was sealed/)).toBeVisible()
})
