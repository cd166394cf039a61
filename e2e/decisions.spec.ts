import { expect, test } from "./fixtures"
import { command, openProspect, toast } from "./office"

test("request → disqualified → the decline mail gives the reason, and the status page tells the decision", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
  mailbox,
}) => {
  const { company, email } = someone()
  const number = await submitRequest({ company, email })
  const receipt = await mailbox.letterTo(email, `We received your request ${number}`)
  await enterAs("Seller")
  await openLead(company)
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Disqualify" })
  await dialog.getByLabel("Status reason").selectOption({ label: "Cannot Contact" })
  await dialog.getByLabel("Note to the applicant").fill("Write to us when the season is over.")
  await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Cannot Contact").first()).toBeVisible()

  const decline = await mailbox.letterTo(email, "Your request to become a business partner was declined")
  expect(decline.text).toContain("We could not reach you.")
  expect(decline.text).toContain("Write to us when the season is over.")
  await page.goto(receipt.link("/request/status/"))
  await expect(page.getByText("We could not reach you.")).toBeVisible()
})

test("undo within the window: the opportunity is open again, the prospect Pending, and no mail leaves", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
  mailbox,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await qualifyLead(company, { close: "Close as Won" })
  const news = toast(page, "Closed as Won")
  await expect(news).toBeVisible()
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click()
  await expect(page.getByRole("button", { name: "Close as Won" })).toBeVisible()
  await expect(page.getByText("In Progress").first()).toBeVisible()
  // What was undone by the record is no longer offered by the toast.
  await expect(toast(page, "Undone")).toContainText("Everything is as it was before, and no mail leaves.")
  await expect(news).toBeHidden()

  await enterAs("Commerce manager")
  await page.goto(`/commerce/prospects?status=pending&q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("row", { name: new RegExp(company) })).toContainText("Pending")
  // The window is over once a later decision's letter has arrived; the undone one's would have come before it.
  const later = someone()
  await submitRequest(later)
  await enterAs("Seller")
  await qualifyLead(later.company, { close: "Close as Won" })
  await mailbox.letterTo(later.email, "Your request to become a business partner is approved")
  expect((await mailbox.lettersTo(email)).map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^We received your request PRO-\d{6}$/),
  ])
})

test("approve in Commerce with the integration off: both customers, the hierarchy and the approval mail", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  integration,
  mailbox,
}) => {
  const { company, email } = someone()
  await integration.off()
  await submitRequest({ company, email })
  await integration.on()
  await enterAs("Seller")
  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("link", { name: company })).toHaveCount(0)

  await enterAs("Commerce manager")
  await openProspect(page, company)
  await page.getByRole("button", { name: "Approve", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Approve" })
  await expect(dialog).toContainText("2 Active customers")
  await dialog.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Approved").first()).toBeVisible()
  await page.goto(`/commerce/customers?q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("row", { name: new RegExp(company) }).first()).toContainText("Active")
  await page.goto(`/commerce/hierarchies?q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("link", { name: company })).toBeVisible()
  await mailbox.letterTo(email, "Your request to become a business partner is approved")
})

test("the second person is told who was faster, what they did and when", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  enterAs,
  openLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await openLead(company)
  const address = page.url()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Disqualify" })
  await dialog.getByLabel("Comment").fill("They asked for terms that we do not give.")

  await enterAs("Sales manager", elsewhere)
  await elsewhere.goto(address)
  await command(elsewhere, "Qualify")

  await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(dialog.getByRole("alert")).toContainText(/Priya Raman qualified the lead on/)
  await expect(dialog.getByLabel("Comment")).toHaveValue("They asked for terms that we do not give.")
})

test("taking a lead brings it into My open leads; disqualified, it can be reactivated", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await openLead(company)
  await page.getByRole("button", { name: "Assign", exact: true }).click()
  const assign = page.getByRole("dialog", { name: "Assign" })
  await assign.getByLabel("Owner").selectOption({ label: "Maja Lindqvist" })
  await assign.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(assign).toBeHidden()
  await page.goto(`/sales/leads?view=my-open&q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await command(page, "Disqualify")
  await command(page, "Reactivate")
  await expect(page.getByRole("button", { name: "Qualify", exact: true })).toBeEnabled()
  await expect(page.getByText("reactivated the lead")).toBeVisible()
})

test("while the mail server refuses everybody, decisions are made all the same; the letter leaves once it serves again", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
  mailbox,
}) => {
  test.setTimeout(150_000)
  const { company, email } = someone()
  await submitRequest({ company, email })
  await mailbox.letterTo(email, "We received your request")
  await enterAs("Seller")
  await openLead(company)
  await mailbox.refuse(true)
  try {
    await page.getByRole("button", { name: "Disqualify", exact: true }).click()
    const dialog = page.getByRole("dialog", { name: "Disqualify" })
    await dialog.getByRole("button", { name: "Disqualify", exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText(/Email waits/).first()).toBeVisible({ timeout: 1000 })
      await expect(page.getByText(/attempt/i).first()).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
  } finally {
    await mailbox.refuse(false)
  }
  await mailbox.letterTo(email, "Your request to become a business partner was declined", 60_000)
})
