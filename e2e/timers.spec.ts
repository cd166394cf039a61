import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, openLead } from "./office"

/** Hours without an end, so that the clocks of this journey run whenever it is walked. */
async function addHoursRoundTheClock(page: Page, name: string) {
  await page.goto("/settings/business-hours")
  await page.getByRole("button", { name: "Add business hours" }).click()
  const dialog = page.getByRole("dialog", { name: "Add business hours" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByLabel("Time zone").selectOption("Europe/Copenhagen")
  await dialog.getByLabel("Saturday").fill("half the day")
  await dialog.getByRole("button", { name: "Add business hours" }).click()
  await expect(dialog.getByRole("alert").getByText('"half the day" is not a span')).toBeVisible()
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
    await dialog.getByLabel(day).fill("00:00–24:00")
  await dialog.getByRole("button", { name: "Add business hours" }).click()
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible()
}

async function addTarget(page: Page, hours: string) {
  await page.goto("/settings/timers")
  await page.getByRole("button", { name: "Add target" }).click()
  const dialog = page.getByRole("dialog", { name: "Add target" })
  await dialog.getByLabel("Source").selectOption("Seminar")
  await dialog.getByLabel("First response in hours").fill("0.01")
  await dialog.getByLabel("Counted in").selectOption(hours)
  await dialog.getByRole("button", { name: "Add target" }).click()
  await expect(page.getByText("Leads from Seminar")).toBeVisible()
}

async function publishEscalation(page: Page) {
  await page.getByRole("button", { name: "Add rule" }).click()
  const dialog = page.getByRole("dialog", { name: "Add rule" })
  await dialog.getByLabel("Name", { exact: true }).fill("Nobody answered")
  await dialog.getByLabel("Raise the rating").check()
  await expect(dialog.getByLabel("In words")).toContainText(
    "once the timer First response is breached, notify its owner and raise its rating",
  )
  await dialog.getByRole("button", { name: "Add rule" }).click()
  await page.getByRole("button", { name: "Publish" }).click()
  await page.getByRole("dialog", { name: "Publish" }).getByRole("button", { name: "Publish" }).click()
  await expect(page.getByText(/Version \d+ holds, published by/)).toBeVisible()
}

test("a lead that nobody answers is escalated once, and who looks at it sees it happen", async ({
  page,
  elsewhere,
  someone,
  expectNoAxeFindings,
}) => {
  test.setTimeout(150_000)
  const { company } = someone()
  const hours = `Round the clock for ${company}`
  await enterAs(page, "Sales manager")
  await addHoursRoundTheClock(page, hours)
  await expectNoAxeFindings()
  await addTarget(page, hours)
  await publishEscalation(page)
  await expectNoAxeFindings()

  await page.goto("/sales/leads")
  await page.getByRole("button", { name: "New lead" }).click()
  const dialog = page.getByRole("dialog", { name: "New lead" })
  await dialog.getByLabel("Company").fill(company)
  await dialog.getByLabel("Last name").fill("Holm")
  await dialog.getByLabel("Source").selectOption("Seminar")
  await dialog.getByRole("button", { name: "New lead" }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  const timers = page.getByRole("region", { name: "Timers" })
  await expect(timers.getByText(/Due in|Warning/).first()).toBeVisible()
  await expect(timers.getByText(`Counted in ${hours}`, { exact: false })).toBeVisible()

  await expect(timers.getByText(/^Breached/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText("Gangway escalated the lead: First response: breached")).toBeVisible()
  await expect(page.getByRole("banner").getByRole("button", { name: /Notifications/ })).toHaveAccessibleDescription(/^\d+ unread$/)
  await enterAs(elsewhere, "Seller")
  await elsewhere.goto("/sales/leads?view=escalated")
  const row = elsewhere.getByRole("row", { name: company })
  await expect(row).toContainText("Hot")

  await page.getByRole("button", { name: "Mark as Contacted" }).click()
  await expect(timers.getByText("Met late")).toBeVisible()
  await elsewhere.goto("/sales/leads?view=escalated")
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Escalated" })).toBeVisible()
  await expect(row).toBeHidden()
})

test("while the applicant is asked, both clocks stand", async ({ page, someone, submitRequest, expectNoAxeFindings }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs(page, "Seller")
  await openLead(page, company)
  const timers = page.getByRole("region", { name: "Timers" })
  await expect(timers.getByText(/^Due in/)).toHaveCount(2)
  await timers.getByRole("button", { name: "Pause timers" }).click()
  const dialog = page.getByRole("dialog", { name: "Pause timers" })
  await dialog.getByRole("button", { name: "Pause timers" }).click()
  await expect(dialog.getByText("Say what you wait for").first()).toBeVisible()
  await dialog.getByLabel("Reason").fill("Asked for the tax ID")
  await dialog.getByRole("button", { name: "Pause timers" }).click()
  await expect(timers.getByText("Paused", { exact: true })).toHaveCount(2)
  await expect(timers.getByText(/Paused by .*: Asked for the tax ID/)).toBeVisible()
  await expectNoAxeFindings()
  await timers.getByRole("button", { name: "Resume timers" }).click()
  await expect(timers.getByText(/^Due in/)).toHaveCount(2)
})

test("a seller keeps their own hours, and sees nobody else's", async ({ page, expectNoAxeFindings }) => {
  await enterAs(page, "Seller")
  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Settings" }).click()
  await page.getByRole("link", { name: "Working hours and absence" }).click()
  const table = page.getByRole("table", { name: "Working hours" })
  await expect(table.getByRole("row")).toHaveCount(2)
  await table.getByRole("button", { name: "Add absence" }).click()
  const dialog = page.getByRole("dialog", { name: "Add absence" })
  await dialog.getByLabel("First day").fill("2031-07-14")
  await dialog.getByLabel("Last day").fill("2031-07-01")
  await dialog.getByLabel("Reason").fill("Summer")
  await dialog.getByRole("button", { name: "Add absence" }).click()
  await expect(dialog.getByText("The last day cannot be before the first").first()).toBeVisible()
  await dialog.getByLabel("Last day").fill("2031-07-25")
  await dialog.getByRole("button", { name: "Add absence" }).click()
  await expect(page.getByText("14 Jul 2031 – 25 Jul 2031")).toBeVisible()
  await table.getByRole("button", { name: "Set hours" }).click()
  await page.getByLabel("Most open leads").fill("200")
  await page.getByRole("dialog", { name: "Set hours" }).getByRole("button", { name: "Set hours" }).click()
  await expect(table).toContainText("of 200")
  await expectNoAxeFindings()
  await page.getByRole("button", { name: /Remove the absence of/ }).click()
  await page.getByRole("dialog", { name: "Remove absence" }).getByRole("button", { name: "Remove absence" }).click()
  await expect(page.getByText("Nobody is away")).toBeVisible()
})
