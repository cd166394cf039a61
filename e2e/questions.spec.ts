import { expect, test } from "./fixtures"
import { enterAs, openLead } from "./office"

test("an applicant is asked, answers on the page of the private link, and the clock goes on", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  mailbox,
  expectNoAxeFindings,
}) => {
  test.setTimeout(150_000)
  const applicant = someone()
  await submitRequest(applicant)
  await enterAs(page, "Seller")
  await openLead(page, applicant.company)
  await page.getByRole("tab", { name: "Email" }).click()
  const email = page.getByRole("tabpanel", { name: "Email" })
  await email.getByLabel("Subject").fill("Your tax ID")
  await email.getByLabel("Message").fill("Which number is yours, %firstname%?")
  await email.getByLabel("Wait for an answer").check()
  await expect(email.getByRole("region", { name: "Preview" })).toContainText("You can answer here:")
  await email.getByRole("button", { name: "Send", exact: true }).click()
  const timers = page.getByRole("region", { name: "Timers" })
  await expect(timers.getByText("Waits for an answer")).toBeVisible()
  await expectNoAxeFindings()

  const letter = await mailbox.letterTo(applicant.email, "Your tax ID", 90_000)
  await elsewhere.goto(letter.link("/request/status/"))
  const questions = elsewhere.getByRole("region", { name: "We have a question" })
  await expect(questions).toContainText("Which number is yours, Ana?")
  await questions.getByLabel("Your answer").fill("PT 509 442 013")
  await questions.getByRole("button", { name: "Send answer" }).click()
  await expect(elsewhere.getByRole("region", { name: "What you answered" })).toContainText("PT 509 442 013")
  await expect(questions).toHaveCount(0)

  await expect(timers.getByText("Waits for an answer")).toHaveCount(0)
  await expect(page.getByText("PT 509 442 013")).toBeVisible()
  await expect(page.getByRole("banner").getByRole("button", { name: /Notifications/ })).toHaveAccessibleDescription(/\d+ unread/)
})
