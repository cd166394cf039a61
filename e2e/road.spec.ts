import { expect, test } from "./fixtures"
import { openOpportunity } from "./office"

test("request → won → the partner signs in and runs the organization's users", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  signOut,
}) => {
  const applicant = someone()
  const { company, email, person } = applicant
  const number = await submitRequest(applicant)

  const receipt = await mailbox.letterTo(email, `We received your request ${number}`)
  expect(receipt.text).not.toContain(company)
  await page.goto(receipt.link("/request/status/"))
  await expect(page.getByText(number).first()).toBeVisible()
  await page.getByRole("button", { name: "Confirm email" }).click()
  await expect(page.getByText("Email confirmed").first()).toBeVisible()

  await enterAs("Seller")
  await expect(page.getByRole("heading", { level: 1, name: "All commerce B2B leads" })).toBeVisible()
  await page.goto(`/sales/leads?view=my-open&q=${encodeURIComponent(company)}`)
  await expect(page.getByRole("link", { name: company })).toHaveCount(0)
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await expect(page.getByText("Dual-write created this lead")).toBeVisible()

  await page.getByRole("button", { name: "Qualify", exact: true }).click()
  const qualify = page.getByRole("dialog", { name: "Qualify" })
  await qualify.getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(qualify).toBeHidden()
  await expect(page.getByText("Qualified").first()).toBeVisible()

  await openOpportunity(page, company)
  await page.getByRole("button", { name: "Close as Won" }).click()
  const won = page.getByRole("dialog", { name: "Close as Won" })
  await expect(won).toContainText("HIE-")
  await won.getByLabel("Actual revenue").fill("48000")
  await won.getByLabel("Description").fill("Fifteen outlets, one invoice a month.")
  await won.getByRole("button", { name: "Close as Won" }).click()
  await expect(won).toBeHidden()
  await expect(page.getByText("Won").first()).toBeVisible()
  await signOut()

  const approval = await mailbox.letterTo(email, "Your request to become a business partner is approved")
  await page.goto(approval.link("/set-password/"))
  await page.getByLabel("New password").fill("a long walk on the quay")
  await page.getByRole("button", { name: "Set password" }).click()
  await expect(page).toHaveURL(/\/account/)
  await expect(page.getByText(company).first()).toBeVisible()

  await page.goto("/account/users")
  await expect(page.getByRole("heading", { name: "Organization users" })).toBeVisible()
  await expect(page.getByRole("row", { name: new RegExp(person) })).toContainText("Active")
})
