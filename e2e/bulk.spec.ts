import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { toast } from "./office"

const slugOf = () => `Q${Math.random().toString(36).slice(2, 9)}`
const rowOf = (page: Page, company: string) => page.getByRole("table").getByRole("row").filter({ hasText: company })

/** The leads of some companies in one list, the first ticked by the keyboard, and then all that match. */
async function selectAll(page: Page, slug: string, count: number) {
  await page.goto(`/sales/leads?view=all&q=${slug}`)
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(count + 1)
  await expect(async () => {
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await expect(page.getByText(/^[12] selected$/)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await page.getByRole("button", { name: `Select all ${count} that match` }).click()
  await expect(page.getByText(`All ${count} that match are selected`)).toBeVisible()
}

test("a manager assigns and disqualifies all leads that match, and takes it back before any mail leaves", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const slug = slugOf()
  const applicants = [1, 2, 3].map((place) => ({ ...someone(), company: `${slug} ${place} Náutica, Lda.` }))
  for (const applicant of applicants) await submitRequest(applicant)
  await enterAs("Sales manager")
  await selectAll(page, slug, 3)
  await expectNoAxeFindings()
  await page.keyboard.press("a")
  const assign = page.getByRole("dialog", { name: "Assign" })
  await expect(assign).toContainText("Gives all 3 leads that match an owner.")
  await assign.getByRole("combobox", { name: "Owner" }).selectOption({ label: "Maja Lindqvist" })
  await expectNoAxeFindings()
  await assign.getByRole("button", { name: "Assign", exact: true }).click()
  for (const { company } of applicants) await expect(rowOf(page, company)).toContainText("Maja Lindqvist")
  await expect(toast(page, "Assigned 3 leads")).toBeVisible()
  await enterAs("Seller", elsewhere)
  await elsewhere.getByRole("button", { name: "Notifications" }).click()
  const told = elsewhere.getByRole("link", { name: /changed many records.*Assign to Maja Lindqvist.*3 leads were given to you/s })
  await expect(told.first()).toBeVisible()

  await selectAll(page, slug, 3)
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  const disqualify = page.getByRole("dialog", { name: "Disqualify" })
  await disqualify.getByRole("combobox", { name: "Status reason" }).selectOption({ label: "Cannot Contact" })
  await expectNoAxeFindings()
  await disqualify.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Disqualify as Cannot Contact" })).toBeVisible()
  const [first] = applicants
  await expect(rowOf(page, first?.company ?? "")).toContainText(/Ready.*is rejected, mail to/)
  await expectNoAxeFindings()
  await page.emulateMedia({ colorScheme: "dark" })
  await expectNoAxeFindings()
  await page.emulateMedia({ colorScheme: "light" })
  const runUrl = page.url()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(page.getByText(/Priya Raman: Disqualified 3 leads\. It can be undone for/)).toBeVisible()
  await page.getByRole("main").getByRole("button", { name: "Undo", exact: true }).click()
  await page.getByRole("dialog", { name: "Undo" }).getByRole("button", { name: "Undo", exact: true }).click()
  await expect(page.getByText("Priya Raman took this run back: 3 leads as before.")).toBeVisible()
  await expectNoAxeFindings()

  await rowOf(page, first?.company ?? "")
    .getByRole("link")
    .click()
  await expect(page.getByText("disqualified the lead").first()).toBeVisible()
  await expect(page.getByText("took the decision back").first()).toBeVisible()
  await page.goto("/sales/runs")
  await expect(rowOf(page, "Disqualify as Cannot Contact").first()).toContainText("Undone")
  await expectNoAxeFindings()
  await page.goto(runUrl)
  await expect(rowOf(page, first?.company ?? "")).toContainText("Undone")

  // One that stands: its letter leaves when the window is over; those that were taken back left none.
  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(`${slug} 2`)}`)
  await rowOf(page, `${slug} 2`).getByRole("checkbox").check()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await disqualify.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Disqualify as Lost" })).toBeVisible()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await mailbox.letterTo(applicants[1]?.email ?? "", "declined")
  await mailbox.letterTo("maja.lindqvist@harbourline.example", "Priya Raman: Assign to Maja Lindqvist")
  for (const { email } of [applicants[0], applicants[2]].flatMap((one) => one ?? []))
    expect((await mailbox.lettersTo(email)).filter(({ subject }) => subject.includes("declined"))).toEqual([])
})

test("leads are qualified where that is sure, chosen for where it is not, and asked by name; each run has its report", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const slug = slugOf()
  const twins = [someone(), someone()].map((one) => ({ ...one, company: `${slug} Twin, Lda.` }))
  const alone = { ...someone(), company: `${slug} Alone, Lda.` }
  for (const applicant of [...twins, alone]) await submitRequest(applicant)
  await enterAs("Sales manager")

  await selectAll(page, slug, 3)
  await page.getByRole("button", { name: "Ask", exact: true }).click()
  const ask = page.getByRole("dialog", { name: "Ask" })
  await expect(ask.getByRole("combobox", { name: "Template" })).toHaveValue("Question about your request")
  await expectNoAxeFindings()
  await ask.getByRole("button", { name: "Ask", exact: true }).click()
  await expect(rowOf(page, "Alone")).toContainText(`Mail to ${alone.email}`)
  await page.getByRole("button", { name: "Ask", exact: true }).click()
  await expect(page.getByText(/Priya Raman: Asked 3 leads/)).toBeVisible()

  await selectAll(page, slug, 3)
  await page.keyboard.press("q")
  await page.getByRole("dialog", { name: "Qualify" }).getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Qualify" })).toBeVisible()
  const groups = page.getByRole("navigation", { name: "Records by group" })
  await groups.getByRole("link", { name: "Needs a choice" }).click()
  await expect(page).toHaveURL(/items=choose/)
  const choice = page.getByRole("combobox", { name: /^Choice for/ })
  await expect(choice).toHaveCount(1)
  await expectNoAxeFindings()
  await page.emulateMedia({ colorScheme: "dark" })
  await expectNoAxeFindings()
  await choice.selectOption({ label: `Use the account of ${slug} Twin, Lda. (same name, in this run)` })
  await expect(page.getByText(/Qualify: 3 leads\./)).toBeVisible()
  await page.getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(page.getByText(/Priya Raman: Qualified 3 leads/)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Report" }).click()])
  const report = await readFile((await download.path()) ?? "", "utf8")
  expect(report.split("\r\n")[0]).toContain("Record,Result,Reason,Record ID,Decision ID")
  expect(report).toMatch(new RegExp(`${slug} Alone, Lda\\."?,Done,`))
  await page.goto(`/sales/accounts?q=${slug}`)
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3)
  const letter = await mailbox.letterTo(alone.email, "Question about your request PRO-")
  expect(letter.text).toContain(`thank you for your request for ${alone.company}`)
})

test("a manager opens many lost opportunities again, with one reason; it is decided anew, and not undone", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
  expectNoAxeFindings,
}) => {
  test.slow()
  const slug = slugOf()
  const companies = [1, 2].map((place) => `${slug} ${place} Náutica, Lda.`)
  for (const company of companies) await submitRequest({ ...someone(), company })
  await enterAs("Sales manager")
  for (const company of companies) await qualifyLead(company, { close: "Close as Lost" })
  await page.goto(`/sales/opportunities?view=lost&q=${slug}`)
  for (const company of companies) await rowOf(page, company).getByRole("checkbox").check()
  await page.keyboard.press("r")
  const reopen = page.getByRole("dialog", { name: "Reopen" })
  await expect(reopen).toContainText("Opens 2 opportunities again and makes their prospects Pending")
  await reopen.getByRole("button", { name: "Reopen", exact: true }).click()
  await expect(reopen).toContainText("Say why it is reopened")
  await reopen.getByLabel("Reason").fill("The budget came after all.")
  await expectNoAxeFindings()
  await reopen.getByRole("button", { name: "Reopen", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Reopen" })).toBeVisible()
  await expect(rowOf(page, companies[0] ?? "")).toContainText(/Ready.*→ In Progress; PRO-\d+ Pending again/)
  await page.getByRole("button", { name: "Reopen", exact: true }).click()
  await expect(page.getByText(/Priya Raman: Reopened 2 opportunities/)).toBeVisible()
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toHaveAttribute("aria-description", /decided anew/)
  await expectNoAxeFindings()
  await page.goto(`/sales/opportunities?view=open&q=${slug}`)
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(3)
})

test("a seller has their own that match, reads who can do more, and takes ticked rows away as a file", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const slug = slugOf()
  for (const place of [1, 2]) await submitRequest({ ...someone(), company: `${slug} ${place}, Lda.` })
  await enterAs("Seller")
  await page.goto(`/sales/leads?view=all&q=${slug}`)
  await rowOf(page, `${slug} 1`).getByRole("checkbox").check()
  await page.getByRole("button", { name: "Assign", exact: true }).click()
  const assign = page.getByRole("dialog", { name: "Assign" })
  await expect(assign).toContainText("You can take records yourself. A Sales manager can give them to others.")
  await assign.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(rowOf(page, `${slug} 1`)).toContainText("Maja Lindqvist")

  await page.reload()
  await rowOf(page, `${slug} 2`).getByRole("checkbox").check()
  await expect(page.getByRole("button", { name: "Select all 1 of yours that match" })).toBeVisible()
  await page.keyboard.press("e")
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("button", { name: /^(Export as )?CSV$/ })
      .last()
      .click(),
  ])
  const csv = await readFile((await download.path()) ?? "", "utf8")
  expect(csv).toContain(`${slug} 2`)
  expect(csv).not.toContain(`${slug} 1`)

  await enterAs("Commerce manager")
  await page.goto(`/sales/leads?view=all&q=${slug}`)
  await rowOf(page, `${slug} 2`).getByRole("checkbox").check()
  const qualify = page.getByRole("button", { name: "Qualify", exact: true })
  await expect(qualify).toHaveAttribute(
    "aria-description",
    /Commerce manager cannot qualify leads\. A Seller, Sales manager or Administrator can\./,
  )
})

test("where the window is narrow, commands without room stand in More, by keyboard too", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  expectNoAxeFindings,
}) => {
  const slug = slugOf()
  const company = `${slug} 1 Náutica, Lda.`
  for (const place of [1, 2, 3]) await submitRequest({ ...someone(), company: `${slug} ${place} Náutica, Lda.` })
  await enterAs("Sales manager")
  const more = page.getByRole("button", { name: "More", exact: true })
  const csv = page.getByRole("button", { name: "Export as CSV", exact: true })
  const ask = page.getByRole("button", { name: "Ask", exact: true })
  for (const width of [1024, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`/sales/leads?view=all&q=${slug}`)
    await rowOf(page, company).getByRole("checkbox").check()
    await expect(page.getByRole("button", { name: "Select all 3 that match" })).toBeInViewport({ ratio: 1 })
    await expect(page.getByRole("button", { name: "Assign", exact: true })).toBeInViewport({ ratio: 1 })
    await expect(more).toBeInViewport({ ratio: 1 })
    await page.locator("body").press("e")
    await expect(csv).toBeFocused()
    await expectNoAxeFindings()
    await page.keyboard.press("Escape")
    await expect(csv).toBeHidden()
    await more.press("Enter")
    await expect(csv).toBeVisible()
    const gap = async () => {
      const [item, trigger] = [await csv.boundingBox(), await more.boundingBox()]
      return item && trigger ? trigger.y - (item.y + item.height) : 0
    }
    await expect.poll(gap).toBeGreaterThan(0)
    await page.keyboard.press("Escape")
  }
  await expect(ask).toBeHidden()
  await more.click()
  await ask.click()
  await expect(page.getByRole("dialog", { name: "Ask" })).toBeVisible()
  await page.keyboard.press("Escape")
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(more).toBeHidden()
  await expect(ask).toBeVisible()
})
