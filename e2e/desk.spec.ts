import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { command, editLine, open, openLead } from "./office"

const theDesk = (page: Page) => page.getByRole("dialog", { name: "Qualify" })

/** Opens the desk of the lead whose page this is. */
async function ask(page: Page) {
  await open(() => page.keyboard.press("q"), theDesk(page))
  return theDesk(page)
}

/** Opens the desk of the one lead that a search finds, from the grid and by the keyboard. */
async function askFromGrid(page: Page, q: string): Promise<void> {
  await page.goto(`/sales/leads?view=open&q=${encodeURIComponent(q)}`)
  await expect(async () => {
    await page.keyboard.press("j")
    await expect(page.getByRole("row").nth(1).getByRole("link").first()).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press("q")
  await expect(theDesk(page)).toBeVisible()
}

test("a request that nobody knows is qualified from the grid with two keys, and the receipt says what came of it", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const { company, email, person } = someone()
  const number = await submitRequest({ company, email, firstName: person.split(" ")[0], lastName: person.split(" ")[1] })
  await enterAs("Seller")
  await askFromGrid(page, company)
  await expect(theDesk(page)).toContainText(`Qualifies ${company}, creates 1 account, 1 contact and 1 opportunity`)
  await expect(theDesk(page).getByRole("region", { name: "Linked and updated" })).toContainText(`Prospect ${number}, stays Pending`)
  await page.keyboard.press("Enter")
  await expect(theDesk(page)).toBeHidden()

  await page.goto(`/sales/leads?view=closed&q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  const receipts = page.getByRole("region", { name: "Receipts" })
  await receipts.getByText("Qualified", { exact: true }).click()
  await expect(receipts).toContainText(`Account ${company}`)
  await expect(receipts).toContainText("Organization, Provisional")
  const carried = page.getByRole("region", { name: "Carried over" })
  await expect(carried).toContainText("Lives on this lead and is shown on")
  await carried.getByText("1 email").click()
  await expect(carried).toContainText(`We received your request ${number}`)
  await receipts.getByRole("link", { name: company }).first().click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await expect(page.getByRole("region", { name: "Receipts" })).toContainText("Qualified")
})

test("fields are picked one by one with the arrows; undo puts them back, and the receipt tells both", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
}) => {
  const known = someone()
  await submitRequest(known)
  await enterAs("Seller")
  await qualifyLead(known.company)
  const again = { ...someone(), email: `office@${known.email.split("@")[1]}`, company: `${known.company.replace(", Lda.", "")} Lda` }
  await submitRequest(again)
  await openLead(page, again.company)
  const desk = await ask(page)
  await desk.getByRole("group", { name: "Account" }).getByText("Use existing").click()
  const take = desk.getByRole("radio", { name: `Company name: take ${again.company} from the request` })
  await expect(desk.getByRole("radio", { name: `Company name: keep ${known.company}` })).toBeChecked()
  await desk.getByRole("radio", { name: `Company name: keep ${known.company}` }).focus()
  await page.keyboard.press("ArrowLeft")
  await expect(take).toBeChecked()
  await expect(desk).toContainText("updates 1 field of the account")
  await expect(desk.getByRole("region", { name: "Linked and updated" })).toContainText(`Account ${again.company}: Name`)
  await page.keyboard.press("Control+Enter")
  await expect(desk).toBeHidden()

  await page.getByRole("main").getByRole("button", { name: "Undo", exact: true }).click()
  await expect(page.getByRole("button", { name: "Qualify", exact: true })).toBeEnabled()
  const receipts = page.getByRole("region", { name: "Receipts" })
  await expect(receipts).toContainText("Undone by")
  await receipts.getByText("Qualified", { exact: true }).click()
  await expect(receipts).toContainText(`Name: ${known.company} → ${again.company}`)
  await page.goto(`/sales/accounts?q=${encodeURIComponent(known.company)}`)
  await page.getByRole("row").getByRole("link", { name: known.company, exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: known.company })).toBeVisible()
  const history = page.getByRole("region", { name: "History" })
  await expect(history).toContainText(`${known.company} → ${again.company}`)
  await expect(history).toContainText(`${again.company} → ${known.company}`)
})

test("a second request for the same deal joins the open opportunity; one close answers both", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
  mailbox,
}) => {
  const first = someone()
  const numbers = [await submitRequest(first)]
  await enterAs("Seller")
  await qualifyLead(first.company)
  const second = { ...someone(), company: `${first.company.replace(", Lda.", "")} SA` }
  const email = `${second.email.split("@")[0]}@${first.email.split("@")[1]}`
  numbers.push(await submitRequest({ ...second, email }))
  await openLead(page, second.company)
  const desk = await ask(page)
  await desk.getByRole("group", { name: "Account" }).getByText("Use existing").click()
  await desk.getByRole("group", { name: "Opportunity" }).getByText("Attach").click()
  await expect(desk).toContainText(`joins Partner request: ${first.company}`)
  await page.keyboard.press("Control+Enter")
  await expect(desk).toBeHidden()
  await page
    .getByRole("region", { name: "Related" })
    .getByRole("link", { name: /^Partner request/ })
    .click()
  await expect(page.getByRole("region", { name: "Related" })).toContainText("Lead that joined")
  await expect(page.getByRole("region", { name: "Carried over" })).toContainText(second.company)

  await page.getByRole("button", { name: "Close as Won" }).click()
  const close = page.getByRole("dialog", { name: "Close as Won" })
  await expect(close).toContainText("Approves 2 requests")
  await expect(close).toContainText("2 invitations")
  await page.keyboard.press("Escape")
  await expect(close).toBeHidden()
  await command(page, "Close as Won")
  for (const [to, number] of [
    [first.email, numbers[0]],
    [email, numbers[1]],
  ] as const) {
    await mailbox.letterTo(to, "Your request to become a business partner is approved")
    await page.goto(`/commerce/prospects?view=all&q=${number}`)
    await expect(page.getByRole("row", { name: new RegExp(number ?? "") })).toContainText("Approved")
  }
})

test("what a colleague changes while the desk is open is told, and nothing is written over it", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  enterAs,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await openLead(page, company)
  const desk = await ask(page)
  await enterAs("Sales manager", elsewhere)
  await openLead(elsewhere, company)
  const topic = await editLine(elsewhere, "Details", "Topic")
  await topic.getByRole("textbox", { name: "Topic" }).fill("Ropes for the whole coast")
  await topic.getByRole("button", { name: "Save", exact: true }).click()
  await expect(elsewhere.getByRole("status").filter({ hasText: "Topic saved" })).toHaveCount(1)

  await desk.getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(desk.getByRole("alert")).toContainText(/changed Topic of .* Nothing was written/)
  await desk.getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(desk).toBeHidden()
})

test("the field mapping is changed with a check and a rehearsal, decides the next request, and is brought back", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const [before, after] = [someone(), someone()]
  await submitRequest(before)
  await enterAs("Administrator")
  await page.goto("/settings/field-mapping")
  const show = (record: string) => page.getByRole("group", { name: "Record" }).getByText(record, { exact: true }).click()
  await show("Contact")
  await page.getByLabel("Job title of Contact", { exact: true }).selectOption({ label: "Nothing" })
  await expect(page.getByRole("region", { name: "What would be lost" })).toContainText("Job title of the lead")
  await show("Lead")
  await page.getByLabel("Topic of Lead", { exact: true }).selectOption({ label: "A fixed value" })
  await page.getByLabel("Fixed value of Topic of Lead").fill("")
  await expect(page.getByRole("button", { name: "Save", exact: true })).toHaveAttribute("aria-disabled", "true")
  await page.getByLabel("Fixed value of Topic of Lead").fill("Onboard %company%")
  await expect(page.getByRole("region", { name: "Rehearsal" })).toContainText(`Onboard ${before.company}`)
  await command(page, "Save")
  const versions = page.getByRole("region", { name: "Versions" })
  await expect(versions).toContainText("Job title of Contact")

  await submitRequest(after)
  await page.goto(`/sales/leads?view=open&q=${encodeURIComponent(after.company)}`)
  await page.getByRole("link", { name: after.company }).click()
  await expect(page.getByText(`Onboard ${after.company}`).first()).toBeVisible()

  await page.goto("/settings/field-mapping")
  await versions.getByRole("button", { name: "Restore", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Restore" })
  await dialog.getByRole("button", { name: "Restore", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(versions).toContainText("As the house has it")
  await show("Contact")
  await expect(page.getByLabel("Job title of Contact", { exact: true })).toHaveValue("lead.jobTitle")
})
