import { readFile } from "node:fs/promises"
import { expect, test } from "./fixtures"
import { giveFile, toast } from "./office"

const slugOf = () => Math.random().toString(36).slice(2, 9)

const fileOf = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`),
})

test("a filtered view is exported as it stands, opened, and comes back through import", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const applicant = someone()
  await submitRequest(applicant)
  await enterAs("Sales manager")
  await page.goto(`/sales/leads?q=${encodeURIComponent(applicant.company)}`)
  await page.getByRole("button", { name: "Export", exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "CSV", exact: true }).click()])
  expect(download.suggestedFilename()).toMatch(/^All commerce B2B leads \d{4}-\d\d-\d\d\.csv$/)
  await expect(toast(page, "Export finished")).toContainText("1 row written.")
  const csv = await readFile((await download.path()) ?? "", "utf8")
  const [head = "", row = ""] = csv.split("\r\n")
  expect(head).toContain("Company,First name,Last name")
  expect(head).toContain("Lead ID,Row version")
  expect(row).toContain(applicant.company.split(",")[0])

  await page.goto("/sales/leads/import")
  const meansId = page.getByRole("combobox", { name: "Lead ID means" })
  await giveFile(page, { name: "back.csv", mimeType: "text/csv", buffer: Buffer.from(csv.replace(",Warm,", ",Hot,")) }, meansId)
  await expect(meansId).toHaveValue("id")
  await page.getByRole("button", { name: "Continue" }).click()
  await expect(page.getByRole("radio", { name: /^Lead ID/ })).toBeChecked()
  await page.getByRole("button", { name: "Preview" }).click()
  await expect(page.getByRole("row", { name: /Update.*Rating: Warm → Hot/ })).toBeVisible()
})

test("an Excel file of the view is whole", async ({ page, enterAs }) => {
  await enterAs("Sales manager")
  await page.goto("/sales/accounts")
  await page.getByRole("button", { name: "Export", exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Excel", exact: true }).click()])
  const bytes = await readFile((await download.path()) ?? "")
  expect(bytes.subarray(0, 2).toString()).toBe("PK")
  expect(bytes.subarray(-22, -18).toString("latin1")).toBe("PK\u0005\u0006")
})

test("a file of leads is mapped, previewed, imported, told and taken back", async ({ page, enterAs, expectNoAxeFindings }) => {
  const slug = slugOf()
  await enterAs("Sales manager")
  await page.goto("/sales/leads")
  await page.getByRole("link", { name: "Import", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Import leads" })).toBeVisible()
  await expectNoAxeFindings()
  const fair = fileOf("fair.csv", [
    "Firma;Ansprechpartner;E-mail;Land;Rating;Stand",
    `Quay ${slug} GmbH;Jana Weber;jana@${slug}.example;Germany;Hot;A12`,
    `Mast ${slug} AG;Urs Frei;urs@${slug}.example;Switzerland;Lukewarm;B7`,
    `Quay ${slug} GmbH;Jana Weber;jana@${slug}.example;Germany;Hot;A12`,
  ])
  await giveFile(page, fair, page.getByText("separated by semicolons"))
  await expect(page.getByRole("combobox", { name: "Firma means" })).toHaveValue("company")
  await expect(page.getByRole("combobox", { name: "Stand means" })).toHaveValue("")
  await page.getByRole("combobox", { name: "Stand means" }).selectOption("Comments")
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Continue" }).click()
  await page.getByRole("radio", { name: /^Email/ }).check()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Preview" }).click()

  await expect(page.getByRole("row", { name: new RegExp(`Quay ${slug}.*2.*Create`) })).toBeVisible()
  await expect(page.getByRole("row", { name: /“Lukewarm” is no rating/ })).toBeVisible()
  await expect(page.getByRole("row", { name: /Row 2 of the file means the same lead/ })).toBeVisible()
  await page.getByRole("link", { name: "Skip", exact: true }).click()
  await expect(page.getByRole("row", { name: /Create/ })).toHaveCount(0)
  await expectNoAxeFindings()

  await page.getByRole("button", { name: "Import", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Import" })
  await expect(dialog).toContainText("Creates 1 lead and updates 0 leads; 2 rows are skipped.")
  await dialog.getByRole("button", { name: "Import", exact: true }).click()
  await expect(page.getByText("1 lead created, 0 leads updated, 2 rows skipped.")).toBeVisible()
  await expectNoAxeFindings()

  const [report] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Skipped rows" }).click()])
  const told = await readFile((await report.path()) ?? "", "utf8")
  expect(told).toContain("Row,Reason,Cells that cannot be read,Firma,Ansprechpartner")
  expect(told).toContain("“Lukewarm” is no rating")

  await page
    .getByRole("row", { name: /Created/ })
    .getByRole("link")
    .click()
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`Quay ${slug}`) })).toBeVisible()
  await page.goBack()
  await page.getByRole("button", { name: "Undo import" }).click()
  await page.getByRole("dialog", { name: "Undo import" }).getByRole("button", { name: "Undo import" }).click()
  await expect(page.getByText(/took this import back.*1 lead undone/)).toBeVisible()
  await page.goto(`/sales/leads?view=all&q=${slug}`)
  await expect(page.getByText("No leads found")).toBeVisible()

  await page.goto("/sales/leads/import")
  const next = fileOf("fair 2.csv", ["Firma;Ansprechpartner;E-mail;Land;Rating;Stand", `X ${slug};Y;y@${slug}.example;Germany;Hot;C`])
  const meansComments = page.getByRole("combobox", { name: "Stand means" })
  await giveFile(page, next, meansComments)
  await expect(meansComments).toHaveValue("comments")
})

test("import is for those who manage, and Seller finds no door to it", async ({ page, enterAs }) => {
  await enterAs("Seller")
  await page.goto("/sales/leads")
  await expect(page.getByRole("button", { name: "Export", exact: true })).toBeVisible()
  await expect(page.getByRole("link", { name: "Import", exact: true })).toHaveCount(0)
  const answer = await page.goto("/sales/leads/import")
  expect(answer?.status()).toBe(404)
})

test("a file that cannot be read says why, in words", async ({ page, enterAs }) => {
  await enterAs("Administrator")
  await page.goto("/sales/leads/import")
  const old = { name: "old.xls", mimeType: "application/vnd.ms-excel", buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]) }
  await giveFile(page, old, page.getByText("This is an old Excel file (.xls)"))
})
