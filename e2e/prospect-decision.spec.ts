import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, openLead, openProspect, toast } from "./office"
import { sendWindowSeconds } from "./send-window"
import { someone } from "./someone"

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

/** Begins a policy for prospects of companies whose name holds a word. */
async function beginPolicy(page: Page, name: string, holds: string) {
  await page.goto("/settings/prospect-policies")
  await button(page, "Add rule").click()
  const dialog = page.getByRole("dialog", { name: "Add rule" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "Company" })
  await dialog.getByRole("textbox", { name: "Company, value" }).fill(holds)
  return dialog
}

async function publish(page: Page): Promise<void> {
  await button(page, "Publish").click()
  const dialog = page.getByRole("dialog", { name: "Publish" })
  await dialog.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Holds", { exact: true })).toBeVisible()
}

/** A word that only this test's companies bear. */
const slug = () => someone().company.split(" ")[0] ?? ""

test("a rejection is previewed as the mail that it becomes, as one types, and that very mail arrives", async ({
  page,
  submitRequest,
  mailbox,
  enterAs: enter,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enter("Commerce manager")
  await openProspect(page, company)
  await button(page, "Reject").click()
  const dialog = page.getByRole("dialog", { name: "Reject" })
  const preview = dialog.getByRole("region", { name: "Email to the applicant" })
  await expect(preview).toContainText(email)
  await expect(preview).toContainText("Your request to become a business partner was declined")
  await expect(preview).toContainText(`${sendWindowSeconds} seconds after you confirm`)
  const letter = preview.frameLocator("iframe")
  await expect(letter.getByText("We cannot offer a partnership at this time.")).toBeVisible()
  await dialog.getByLabel("Begin with").selectOption({ label: "We have a partner in your region already." })
  await dialog.getByLabel("Note to the applicant").fill("Please ask us again in spring.")
  await expect(letter.getByText("We have a partner in your region already.")).toBeVisible()
  await expect(letter.getByText("Please ask us again in spring.")).toBeVisible()
  await expectNoAxeFindings()
  await dialog.getByRole("button", { name: "Reject", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Rejected").first()).toBeVisible()
  const arrived = await mailbox.letterTo(email, "was declined")
  expect(arrived.text).toContain("We have a partner in your region already.")
  expect(arrived.text).toContain("Please ask us again in spring.")
})

test("an approval says what it makes and shows the invitation; where a policy calls it risky, a second person confirms it", async ({
  page,
  elsewhere,
  submitRequest,
  mailbox,
  enterAs: enter,
  expectNoAxeFindings,
}) => {
  const word = slug()
  const [company, email] = [`${word} Shipping`, `ana@${word.toLowerCase()}.example`]
  await submitRequest({ company, email })
  await enter("Commerce manager")
  const dialog = await beginPolicy(page, `Risky ${word}`, word)
  await dialog.getByRole("radio", { name: /^Require a second person/ }).check()
  await expect(dialog.getByRole("checkbox", { name: "Approve", exact: true })).toBeChecked()
  await expect(dialog.getByText(`When Company contains ${word}: a second person has to confirm Approve`)).toBeVisible()
  await expectNoAxeFindings()
  await dialog.getByRole("button", { name: "Add rule", exact: true }).click()
  await expect(dialog).toBeHidden()
  await button(page, "Rehearse").click()
  await expect(page.getByRole("region", { name: "Rehearsal" }).getByText("A second person asked")).toBeVisible()
  await expectNoAxeFindings()
  await publish(page)

  await openProspect(page, company)
  await button(page, "Approve").click()
  const approve = page.getByRole("dialog", { name: "Approve" })
  await expect(approve).toContainText("creates customer hierarchy HIE-")
  await expect(approve).toContainText("as Admin")
  await expect(approve).toContainText(`Policy “Risky ${word}”`)
  await expect(approve.getByRole("region", { name: "Email to the applicant" })).toContainText("after the second person confirmed it")
  await approve.getByLabel("Note to the applicant").fill("Welcome aboard.")
  await expect(approve.frameLocator("iframe").getByText("Welcome aboard.")).toBeVisible()
  await expect(approve.frameLocator("iframe").getByText("Set your password")).toBeVisible()
  await expectNoAxeFindings()
  await approve.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(toast(page, "Approval asked for")).toBeVisible()
  await expect(button(page, "Approve")).toHaveAccessibleDescription(/waits for a second person/)
  await expect(button(page, "Confirm")).toHaveAccessibleDescription(/You asked for this yourself/)

  await enterAs(elsewhere, "Administrator")
  await elsewhere.goto("/sales/approvals")
  const row = elsewhere.getByRole("row", { name: new RegExp(`Risky ${word}`) })
  await row.getByRole("button", { name: "Confirm", exact: true }).click()
  const confirm = elsewhere.getByRole("dialog", { name: "Confirm" })
  const preview = confirm.getByRole("region", { name: "Email to the applicant" })
  await expect(preview).toContainText(email)
  await expect(preview).toContainText(`${sendWindowSeconds} seconds after you confirm`)
  await expect(confirm.frameLocator("iframe").getByText("Welcome aboard.")).toBeVisible()
  await expectNoAxeFindings(elsewhere)
  await confirm.getByRole("button", { name: "Confirm", exact: true }).click()
  await expect(confirm).toBeHidden()
  await expect(page.getByText(/Asked for by .*, confirmed by /)).toBeVisible()
  await expect(page.getByText("Approved").first()).toBeVisible()
  expect((await mailbox.letterTo(email, "is approved")).text).toContain("Welcome aboard.")
})

test("what Sales asks a second person for is confirmed with the very email before one's eyes", async ({
  page,
  elsewhere,
  submitRequest,
  mailbox,
  enterAs: enter,
}) => {
  const word = slug()
  const [company, email] = [`${word} Ropes`, `ana@${word.toLowerCase()}.example`]
  await submitRequest({ company, email })
  await enter("Commerce manager")
  const policy = await beginPolicy(page, `Two for ${word}`, word)
  await policy.getByRole("radio", { name: /^Require a second person/ }).check()
  await policy.getByRole("checkbox", { name: "Reject", exact: true }).check()
  await policy.getByRole("button", { name: "Add rule", exact: true }).click()
  await expect(policy).toBeHidden()
  await publish(page)

  await enter("Seller")
  await openLead(page, company)
  await button(page, "Disqualify").click()
  const ask = page.getByRole("dialog", { name: "Disqualify" })
  await ask.getByLabel("Note to the applicant").fill("Perhaps next year.")
  await ask.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(toast(page, "Approval asked for")).toBeVisible()

  await enterAs(elsewhere, "Sales manager")
  await openLead(elsewhere, company)
  await button(elsewhere, "Confirm").click()
  const confirm = elsewhere.getByRole("dialog", { name: "Confirm" })
  await expect(confirm.getByRole("region", { name: "Email to the applicant" })).toContainText("was declined")
  const letter = confirm.frameLocator("iframe")
  await expect(letter.getByText("We do not see a fit at this time.")).toBeVisible()
  await expect(letter.getByText("Perhaps next year.")).toBeVisible()
  await confirm.getByRole("button", { name: "Confirm", exact: true }).click()
  await expect(confirm).toBeHidden()
  expect((await mailbox.letterTo(email, "was declined")).text).toContain("Perhaps next year.")
})

test("a policy rejects what comes in, the prospect says which, and it is reopened or undone like any other decision", async ({
  page,
  submitRequest,
  enterAs: enter,
}) => {
  const word = slug()
  await enter("Commerce manager")
  const dialog = await beginPolicy(page, `Not ${word}`, word)
  await dialog.getByRole("radio", { name: /^Reject it/ }).check()
  await dialog.getByRole("textbox", { name: "Reason" }).fill("We do not sell there.")
  await dialog.getByRole("button", { name: "Add rule", exact: true }).click()
  await expect(dialog).toBeHidden()
  await publish(page)
  await submitRequest({ company: `${word} Boats`, email: `rui@${word.toLowerCase()}.example` })
  await enter("Commerce manager")
  await expect(async () => {
    await openProspect(page, `${word} Boats`)
    await expect(page.getByText(`Policy “Not ${word}”, version`).first()).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText("We do not sell there.").first()).toBeVisible()
  await expect(button(page, "Reopen")).toHaveAccessibleDescription(/Reactivate its lead/)
})

test("staff discuss a request: a mention rings, what is new is marked, answers appear, and the applicant never sees any of it", async ({
  page,
  elsewhere,
  submitRequest,
  mailbox,
  enterAs: enter,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  const reference = await submitRequest({ company, email })
  await enter("Commerce manager")
  await openProspect(page, company)
  const field = page.getByRole("textbox", { name: "Message to colleagues" })
  await field.click()
  await page.keyboard.type("Do we know them, @maj")
  await expect(page.getByRole("option", { name: "Maja Lindqvist" })).toHaveAttribute("aria-selected", "true")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Control+Enter")
  const discussion = page.getByRole("region", { name: "Discussion" })
  await expect(discussion.getByText("Do we know them, @Maja Lindqvist")).toBeVisible()
  await expectNoAxeFindings()

  await enterAs(elsewhere, "Seller")
  await elsewhere.getByRole("button", { name: "Notifications" }).click()
  await elsewhere.getByRole("link", { name: new RegExp(`mentioned you on ${reference}`) }).click()
  const theirs = elsewhere.getByRole("region", { name: "Discussion" })
  await expect(theirs.getByText("New", { exact: true })).toBeVisible()
  await theirs.getByRole("textbox", { name: "Message to colleagues" }).fill("Yes, from the fair in Kiel.")
  await theirs.getByRole("button", { name: "Post", exact: true }).click()
  await expect(discussion.getByText("Yes, from the fair in Kiel.")).toBeVisible()
  await expect(discussion.getByText("New", { exact: true })).toBeVisible()
  await expect(discussion.getByRole("button", { name: "More for this message" })).toHaveCount(1)
  await elsewhere.reload()
  await expect(theirs.getByText("Yes, from the fair in Kiel.")).toBeVisible()
  await expect(theirs.getByText("New", { exact: true })).toBeHidden()

  await discussion.getByRole("button", { name: "More for this message" }).click()
  await discussion.getByRole("button", { name: "Delete", exact: true }).click()
  const remove = page.getByRole("dialog", { name: "Delete" })
  await remove.getByRole("button", { name: "Delete", exact: true }).click()
  await expect(discussion.getByText("Do we know them")).toBeHidden()
  await elsewhere.goto(`/sales/leads?view=all&q=${encodeURIComponent(company)}`)
  await elsewhere.getByRole("link", { name: company }).click()
  await expect(elsewhere.getByRole("region", { name: "Timeline" })).toBeVisible()
  await expect(elsewhere.getByText("fair in Kiel")).toHaveCount(0)
  const receipt = await mailbox.letterTo(email, reference)
  await elsewhere.goto(receipt.link("/request/status/"))
  await expect(elsewhere.getByText(reference).first()).toBeVisible()
  await expect(elsewhere.getByText("fair in Kiel")).toHaveCount(0)
})

test("a commerce manager says when requests that wait are reminded of and expire; a request says when it does", async ({
  page,
  submitRequest,
  enterAs: enter,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enter("Commerce manager")
  await page.goto("/settings/requests")
  await page.getByLabel("Remind the applicant after").fill("9")
  await page.getByLabel("Expire after").fill("4")
  await button(page, "Save").click()
  await expect(page.getByText("A request expires after its applicant was reminded: give fewer days to the reminder")).toBeVisible()
  await expectNoAxeFindings()
  await page.getByLabel("Expire after").fill("30")
  await button(page, "Save").click()
  await expect(page.getByText("It holds at once.")).toBeVisible()
  await openProspect(page, company)
  await expect(page.getByText(/^Expires on \d+ \w+ \d{4}$/)).toBeVisible()
  await expectNoAxeFindings()
  const expiring = (days: number) =>
    `/commerce/prospects?q=${encodeURIComponent(company)}&cols=company,expires&f=${encodeURIComponent(`["expires","next-days","${days}"]`)}`
  await page.goto(expiring(40))
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText(/\d{4}/)
  await page.goto(expiring(7))
  await expect(page.getByText("No prospects found")).toBeVisible()

  await page.goto("/settings/requests")
  await page.getByLabel("Expire without an answer after").fill("10")
  await button(page, "Save").click()
  await expect(page.getByText("A request expires after its applicant was reminded: give fewer days to the reminder")).toBeVisible()
  await page.getByLabel("Remind of a question after").fill("4")
  await button(page, "Save").click()
  await expect(page.getByText("It holds at once.")).toBeVisible()
  await page.reload()
  await expect(page.getByLabel("Expire without an answer after")).toHaveValue("10")
})
