import type { Browser, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import type { Mailbox } from "./mailbox"
import { addTask, enterAs, openLead } from "./office"

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" })
const ahead = (page: Page) => timeline(page).getByRole("list", { name: "Ahead" })

/** What the browser says about a page that it drew otherwise than the server had. */
function complaints(page: Page): string[] {
  const told: string[] = []
  page.on("pageerror", ({ message }) => told.push(message))
  page.on("console", (message) => message.type() === "error" && told.push(message.text()))
  return told
}

/** A new seller whose browser is somewhere, signed in for the first time. */
async function aSellerIn(browser: Browser, mailbox: Mailbox, timezoneId: string, name: string): Promise<Page> {
  const email = `${name.toLowerCase().replace(" ", ".")}.${Date.now()}@staff.example`
  const office = await (await browser.newContext()).newPage()
  await enterAs(office, "Administrator")
  await office.goto("/settings/staff")
  await office.getByRole("button", { name: "Invite", exact: true }).click()
  const dialog = office.getByRole("dialog", { name: "Invite" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByLabel("Email").fill(email)
  await dialog.getByLabel("Role").selectOption("Seller")
  await dialog.getByRole("button", { name: "Invite", exact: true }).click()
  await expect(dialog).toBeHidden()
  await office.context().close()
  const letter = await mailbox.letterTo(email)
  const context = await browser.newContext({ timezoneId, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(letter.link("/set-password/"))
  await expect.poll(async () => (await context.cookies()).some(({ name: cookie }) => cookie === "gangway.zone")).toBe(true)
  await page.getByLabel("New password").fill("a long walk on the quay")
  await page.getByRole("button", { name: "Set password" }).click()
  await expect(page).toHaveURL(/\/sales/)
  return page
}

test("a seller in New York and one in Berlin see the same task each at their own hour, and a change of zone takes effect at once", async ({
  browser,
  mailbox,
  someone,
  submitRequest,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  const york = await aSellerIn(browser, mailbox, "America/New_York", "Nora York")
  const berlin = await aSellerIn(browser, mailbox, "Europe/Berlin", "Bert Lindner")
  const told = [complaints(york), complaints(berlin)]

  // On that day New York has changed its clocks, and Berlin has not.
  await openLead(york, company)
  await addTask(york, { subject: "Call the yard", due: "2030-03-12", time: "21:15" })
  await expect(ahead(york)).toContainText("due 12 Mar, 21:15")

  await openLead(berlin, company)
  await expect(ahead(berlin)).toContainText("due 13 Mar, 02:15")
  const created = berlin.getByRole("region", { name: "Timeline" }).locator("time").first()
  await expect(created).toHaveAttribute("title", /\(Europe\/Berlin, UTC\+[12]\)$/)
  await expect(created).toHaveAttribute("datetime", /Z$/)

  await berlin
    .getByRole("banner")
    .getByRole("button", { name: /Seller$/ })
    .click()
  await berlin.getByRole("button", { name: "Change time zone" }).click()
  const dialog = berlin.getByRole("dialog", { name: "Change time zone" })
  await expect(dialog).toContainText("Europe/Berlin")
  await dialog.getByLabel("Find a zone").fill("kolkata")
  await expect(dialog.getByLabel("Time zone", { exact: true })).toHaveValue(/Kolkata|Calcutta/)
  await dialog.getByRole("button", { name: "Change time zone" }).click()
  await expect(ahead(berlin)).toContainText("due 13 Mar, 06:45")
  await berlin.reload()
  await expect(ahead(berlin)).toContainText("due 13 Mar, 06:45")
  await expect(ahead(york)).toContainText("due 12 Mar, 21:15")

  expect(told.flat()).toEqual([])
  await Promise.all([york, berlin].map((page) => page.context().close()))
})

test("a partner's user reads times in the browser's zone from the first sign-in on, and chooses another", async ({
  aPartner,
  page,
  expectNoAxeFindings,
}) => {
  await aPartner()
  await page.goto("/account")
  await expect(page.getByText("UTC", { exact: true })).toBeVisible()
  await page.getByRole("button", { name: "Change time zone" }).click()
  const dialog = page.getByRole("dialog", { name: "Change time zone" })
  await dialog.getByLabel("Find a zone").fill("Auckland")
  await expect(dialog.getByLabel("Time zone", { exact: true })).toHaveValue("Pacific/Auckland")
  await expectNoAxeFindings()
  await dialog.getByRole("button", { name: "Change time zone" }).click()
  await expect(page.getByText(/^Pacific\/Auckland, UTC\+1[23]$/)).toBeVisible()
})
