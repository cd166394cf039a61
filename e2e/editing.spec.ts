import { expect, test } from "./fixtures"
import { command, editLine, fact, openLead } from "./office"

test("a field is edited where it stands, a bad value is told beside it, and its history says who", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const { company } = someone()
  await submitRequest({ company })
  await enterAs("Seller")
  await openLead(page, company)
  const email = await editLine(page, "Contact", "Email")
  await email.getByRole("textbox", { name: "Email" }).fill("nobody")
  await email.getByRole("button", { name: "Save", exact: true }).click()
  await expect(email.getByText("The email needs an @")).toBeVisible()
  await email.getByRole("textbox", { name: "Email" }).fill("New.Address@Example.com")
  await email.getByRole("textbox", { name: "Email" }).press("Enter")
  await expect(email.getByRole("link", { name: "new.address@example.com" })).toBeVisible()
  const rating = await editLine(page, "Details", "Rating")
  await rating.getByRole("combobox", { name: "Rating" }).selectOption("Hot")
  // The line shows it before the server has it.
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok())
  await rating.getByRole("button", { name: "Save", exact: true }).click()
  await expect(rating).toContainText("Hot")
  await saved
  await page.reload()
  await expect(fact(page, "Details", "Rating")).toContainText("Hot")
  await page.getByRole("region", { name: "History" }).getByRole("link", { name: "Show all" }).click()
  const changes = page.getByRole("table", { name: "Changes" })
  await expect(changes.getByRole("row", { name: /Rating Warm Hot Maja Lindqvist/ })).toBeVisible()
  await expect(changes.getByRole("row", { name: /Email .* new\.address@example\.com/ })).toBeVisible()
  await page.getByLabel("Field", { exact: true }).selectOption("Rating")
  await page.getByRole("button", { name: "Show", exact: true }).click()
  await expect(changes.getByRole("row")).toHaveCount(2)
})

test("a section is edited by the keyboard alone: E opens it, Escape leaves all as it was, Enter saves", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const { company } = someone()
  await submitRequest({ company })
  await enterAs("Seller")
  await openLead(page, company)
  const first = page.getByRole("region", { name: "Contact" }).getByRole("textbox", { name: "First name" })
  await expect(async () => {
    await page.keyboard.press("e")
    await expect(first).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.type("Nobody")
  await page.keyboard.press("Escape")
  await expect(first).toBeHidden()
  await expect(fact(page, "Contact", "Name")).not.toContainText("Nobody")
  await expect(page.getByRole("button", { name: "Edit contact" })).toBeFocused()
  await page.keyboard.press("Enter")
  await expect(first).toBeFocused()
  await page.keyboard.type("Beatriz")
  await page.keyboard.press("Tab")
  await page.keyboard.type("Moura")
  await page.keyboard.press("Tab")
  await page.keyboard.type("Head of purchasing")
  await page.keyboard.press("Enter")
  await expect(fact(page, "Contact", "Name")).toContainText("Beatriz Moura")
  await expect(fact(page, "Contact", "Job title")).toContainText("Head of purchasing")
  await expect(page.getByRole("status").filter({ hasText: "Contact saved" })).toHaveCount(1)
})

test("two who edit one field: the second is shown both values and writes what both meant", async ({
  page,
  elsewhere,
  someone,
  submitRequest,
  enterAs,
}) => {
  const { company } = someone()
  await submitRequest({ company })
  await enterAs("Seller")
  await openLead(page, company)
  await enterAs("Sales manager", elsewhere)
  await openLead(elsewhere, company)
  const mine = await editLine(page, "Details", "Topic")
  await mine.getByRole("textbox", { name: "Topic" }).fill("Forty ropes")
  const theirs = await editLine(elsewhere, "Details", "Topic")
  await theirs.getByRole("textbox", { name: "Topic" }).fill("Ten anchors")
  await theirs.getByRole("button", { name: "Save", exact: true }).click()
  await expect(elsewhere.getByRole("status").filter({ hasText: "Topic saved" })).toHaveCount(1)
  await mine.getByRole("button", { name: "Save", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Resolve conflict" })
  await expect(dialog).toContainText("Priya Raman changed this field while you were editing")
  await expect(dialog.getByRole("radio", { name: /Mine Forty ropes/ })).toBeChecked()
  await expect(dialog.getByRole("radio", { name: /Theirs, by Priya Raman Ten anchors/ })).toBeVisible()
  await dialog.getByRole("radio", { name: /Merged/ }).check()
  await dialog.getByRole("textbox", { name: "Merged topic" }).fill("Forty ropes and ten anchors")
  await dialog.getByRole("button", { name: "Save", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(fact(page, "Details", "Topic")).toContainText("Forty ropes and ten anchors")
})

test("a closed lead is read-only and says what to do", async ({ page, someone, submitRequest, enterAs }) => {
  const { company } = someone()
  await submitRequest({ company })
  await enterAs("Seller")
  await openLead(page, company)
  await page.getByRole("button", { name: "Mark as Contacted" }).click()
  await expect(page.getByRole("button", { name: "Mark as New" })).toBeVisible()
  await command(page, "Disqualify")
  await expect(page.getByRole("button", { name: "Edit details" })).toHaveAttribute("aria-description", /Reactivate it to edit it/)
})

test("a lead by hand is qualified; its opportunity moves by stage with its checklist and competitors, and is lost to one", async ({
  page,
  someone,
  enterAs,
  expectNoAxeFindings,
}) => {
  test.slow()
  const { company, email } = someone()
  await enterAs("Seller")
  await page.goto("/sales/leads")
  await page.getByRole("button", { name: "New lead" }).click()
  const dialog = page.getByRole("dialog", { name: "New lead" })
  await expect(dialog).toContainText("no prospect in Commerce")
  await dialog.getByLabel("Company", { exact: true }).fill(company)
  await dialog.getByLabel("Last name").fill("Holm")
  await dialog.getByLabel("Email").fill(email)
  await dialog.getByRole("button", { name: "New lead" }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  await command(page, "Qualify")
  await page
    .getByRole("region", { name: "Related" })
    .getByRole("link", { name: `Lead: ${company}` })
    .click()
  await expect(page.getByRole("heading", { level: 1, name: `Lead: ${company}` })).toBeVisible()

  const checklist = page.getByRole("region", { name: "Onboarding checklist" })
  await checklist.getByRole("checkbox", { name: "Verify the company: tax ID and register" }).check()
  await expect(checklist).toContainText("Maja Lindqvist")
  await page.getByRole("button", { name: "Move to Propose" }).click()
  const move = page.getByRole("dialog", { name: "Move to Propose" })
  await expect(move).toContainText("2 steps of Develop are still open")
  await expect(move).not.toContainText("Verify the company")
  await move.getByRole("button", { name: "Move to Propose" }).click()
  await expect(page.getByRole("list", { name: "Process: lead to opportunity" }).locator("[aria-current=step]")).toContainText("Propose")

  await page.getByRole("button", { name: "Add competitor" }).click()
  const add = page.getByRole("dialog", { name: "Add competitor" })
  await add.getByLabel("Name").fill(`Rival of ${company}`)
  await add.getByRole("button", { name: "Add competitor" }).click()
  await expect(page.getByRole("region", { name: "Competitors" })).toContainText(`Rival of ${company}`)
  await expectNoAxeFindings()

  await page.getByRole("button", { name: "Close as Lost" }).click()
  const lose = page.getByRole("dialog", { name: "Close as Lost" })
  await expect(lose.locator("datalist option").first()).toHaveAttribute("value", `Rival of ${company}`)
  await lose.getByLabel("Competitor").fill(`Rival of ${company}`)
  await lose.getByRole("button", { name: "Close as Lost" }).click()
  await expect(page.getByRole("region", { name: "Close record" })).toContainText(`Rival of ${company}`)
})

test("an account's new name reaches its customer, and the account gets another opportunity", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
  expectNoAxeFindings,
}) => {
  test.slow()
  const { company } = someone()
  await submitRequest({ company })
  await enterAs("Seller")
  await qualifyLead(company)
  await page.getByRole("region", { name: "Related" }).getByRole("link", { name: company, exact: true }).click()
  await expect(page).toHaveURL(/\/sales\/accounts\//)
  const name = await editLine(page, "Company", "Name")
  await name.getByRole("textbox", { name: "Name" }).fill(`${company} International`)
  await name.getByRole("textbox", { name: "Name" }).press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: `${company} International` })).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "New opportunity" }).click()
  const dialog = page.getByRole("dialog", { name: "New opportunity" })
  await dialog.getByLabel("Topic").fill(`Second sale to ${company}`)
  await dialog.getByLabel("Est. revenue").fill("12,000")
  await dialog.getByRole("button", { name: "New opportunity" }).click()
  await expect(page.getByRole("heading", { level: 1, name: `Second sale to ${company}` })).toBeVisible()
  await page.goto(`/commerce/customers?q=${encodeURIComponent(`${company} International`)}`)
  await expect(page.getByRole("link", { name: `${company} International` }).first()).toBeVisible()
})

test("managers edit the onboarding checklist", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Sales manager")
  await page.goto("/settings/checklist")
  await page.getByRole("button", { name: "Add a step to Close" }).click()
  const text = `Send the welcome box ${Date.now()}`
  const dialog = page.getByRole("dialog", { name: "Add step" })
  await dialog.getByLabel("Step").fill(text)
  await dialog.getByRole("button", { name: "Add step" }).click()
  await expect(page.getByRole("listitem").filter({ hasText: text })).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: `Remove ${text}` }).click()
  await page.getByRole("dialog", { name: "Remove step" }).getByRole("button", { name: "Remove step" }).click()
  await expect(page.getByRole("listitem").filter({ hasText: text })).toHaveCount(0)
})
