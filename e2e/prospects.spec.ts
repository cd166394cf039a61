import { readFile } from "node:fs/promises"
import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { open, tabTo, toast } from "./office"
import type { Applicant } from "./someone"

const slugOf = () => `K${Math.random().toString(36).slice(2, 9)}`
const grid = (page: Page) => page.getByRole("table")
const rowOf = (page: Page, company: string) => grid(page).getByRole("row").filter({ hasText: company })
const listed = (slug: string, more = "") => `/commerce/prospects?q=${slug}${more}`

/** Presses a control by the keyboard alone. */
async function press(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press("Enter")
}

/** Ticks a row and then all that match, by the keyboard alone. */
async function selectAll(page: Page, count: number) {
  await expect(async () => {
    await page.keyboard.press("j")
    await page.keyboard.press("x")
    await expect(page.getByText(/^[12] selected$/)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await open(() => page.keyboard.press("Shift+A"), page.getByText(`All ${count} that match are selected`))
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

test("a commerce manager previews, takes and rejects prospects by keyboard alone, and takes the whole run back", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const slug = slugOf()
  const applicants = [1, 2].map((place) => ({ ...someone(), company: `${slug} ${place} Náutica, Lda.` }))
  for (const applicant of applicants) await submitRequest(applicant)
  await enterAs("Commerce manager")
  await page.goto(listed(slug))
  await expect(page.getByRole("heading", { level: 1, name: "All prospects" })).toBeVisible()
  await expect(grid(page).getByRole("row")).toHaveCount(3)
  // The promise of the lead, told to Commerce within a second or two.
  await expect(rowOf(page, `${slug} 1`)).toContainText(/Due in \d+ d/)
  await expect(rowOf(page, `${slug} 1`)).toContainText("Unassigned")
  const preview = page.getByRole("complementary", { name: new RegExp(`Preview of ${slug}`) })
  await expect(async () => {
    await page.keyboard.press("j")
    await page.keyboard.press("Space")
    await expect(preview).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(preview.getByRole("button", { name: "Approve", exact: true })).toBeVisible()
  await expect(preview).toContainText("submitted the request")
  await expectNoAxeFindings()
  await page.keyboard.press("Escape")
  await expect(preview).toBeHidden()

  await selectAll(page, 2)
  await page.keyboard.press("o")
  const assign = page.getByRole("dialog", { name: "Assign" })
  await expect(assign.getByRole("combobox", { name: "Owner" })).toHaveValue(/.+/)
  await expectNoAxeFindings()
  await press(page, assign.getByRole("button", { name: "Assign", exact: true }))
  for (const { company } of applicants) await expect(rowOf(page, company)).toContainText("Henrik Aalto")
  await page.goto(listed(slug, "&view=unassigned"))
  await expect(page.getByText("No prospects found")).toBeVisible()
  await page.goto(listed(slug, "&view=mine"))
  await expect(page.getByRole("heading", { level: 1, name: "Mine" })).toBeVisible()

  await selectAll(page, 2)
  await page.keyboard.press("r")
  const reject = page.getByRole("dialog", { name: "Reject" })
  await expect(reject).toContainText("Rejects all 2 prospects that match")
  await expect(reject.getByRole("textbox", { name: "Reason" })).toHaveValue("We cannot offer a partnership at this time.")
  await expectNoAxeFindings()
  await press(page, reject.getByRole("button", { name: "Reject", exact: true }))
  await expect(page.getByRole("heading", { level: 1, name: "Reject" })).toBeVisible()
  await expect(rowOf(page, applicants[0]?.company ?? "")).toContainText(/Ready.*PRO-\d+ is rejected, its lead disqualified; mail to/)
  await expectNoAxeFindings()
  await press(page, button(page, "Reject"))
  await expect(page.getByText(/Henrik Aalto: Rejected 2 prospects\. It can be undone for/)).toBeVisible()
  await press(page, page.getByRole("main").getByRole("button", { name: "Undo", exact: true }))
  await press(page, page.getByRole("dialog", { name: "Undo" }).getByRole("button", { name: "Undo", exact: true }))
  await expect(page.getByText("Henrik Aalto took this run back: 2 prospects as before.")).toBeVisible()
  await page.goto(listed(slug, "&status=pending"))
  await expect(grid(page).getByRole("row")).toHaveCount(3)
  for (const { email } of applicants)
    expect((await mailbox.lettersTo(email)).filter(({ subject }) => subject.includes("declined"))).toEqual([])
})

test("many are approved where that is sure, and one is left out where it is not; each tab says what became of them", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const slug = slugOf()
  const twins: Applicant[] = [someone(), someone()].map((one) => ({ ...one, company: `${slug} Twin, Lda.` }))
  const alone = { ...someone(), company: `${slug} Alone, Lda.` }
  for (const applicant of [...twins, alone]) await submitRequest(applicant)
  await enterAs("Commerce manager")
  await page.goto(listed(slug))
  await selectAll(page, 3)
  await button(page, "Approve").click()
  const approve = page.getByRole("dialog", { name: "Approve" })
  await approve.getByRole("textbox", { name: "Note to the applicant" }).fill("We look forward to your first order.")
  await expectNoAxeFindings()
  await approve.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Approve" })).toBeVisible()
  await expect(rowOf(page, "Alone")).toContainText(/is created; .* becomes Admin, mail to/)
  const choice = page.getByRole("combobox", { name: /^Choice for/ })
  await expect(choice).toHaveCount(1)
  await page.emulateMedia({ colorScheme: "dark" })
  await expectNoAxeFindings()
  await choice.selectOption({ label: "Leave out" })
  await button(page, "Approve").click()
  await expect(page.getByText(/Henrik Aalto: Approved 2 prospects, 1 skipped\./)).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Report" }).click()])
  expect(await readFile((await download.path()) ?? "", "utf8")).toMatch(new RegExp(`${slug} Alone, Lda\\."?,Done,`))

  await page.goto(listed(slug))
  await page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: "Approved" }).click()
  await expect(grid(page).getByRole("row")).toHaveCount(3)
  await page.getByRole("navigation", { name: "Status" }).getByRole("link", { name: "Pending" }).click()
  await expect(grid(page).getByRole("row")).toHaveCount(2)
  await page.goto(`/sales/opportunities?view=all&q=${slug}`)
  await expect(rowOf(page, "Alone")).toContainText("Won")
  const letter = await mailbox.letterTo(alone.email, "Your request to become a business partner is approved")
  expect(letter.text).toContain("We look forward to your first order.")
})

test("an owner is given in the cell, found by filters, and whoever only reads is told who can", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const slug = slugOf()
  const { company } = { company: `${slug} Cais, Lda.` }
  await submitRequest({ ...someone(), company })
  await enterAs("Commerce manager")
  await page.goto(listed(slug))
  await expect(rowOf(page, company)).toBeVisible()
  await open(() => page.keyboard.press("j"), grid(page).locator("tr[data-current]"))
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight")
  await page.keyboard.press("F2")
  const owners = page.getByRole("listbox", { name: "Owner" })
  await expect(owners).toBeFocused()
  await expect(owners.getByRole("option", { name: "Henrik Aalto" })).toBeVisible()
  await page.keyboard.press("h")
  await page.keyboard.press("Enter")
  await expect(rowOf(page, company)).toContainText("Henrik Aalto")
  await expect(toast(page, "Owner saved")).toBeVisible()
  await page.goto(listed(slug, `&f=${encodeURIComponent('["and",["owner","is","me"],["decisionState","is","on_time"]]')}`))
  await expect(rowOf(page, company)).toBeVisible()
  await page.goto(listed(slug, "&as=board&group=owner"))
  await expect(page.getByText(company)).toBeVisible()

  await enterAs("Seller")
  await page.goto(listed(slug))
  await rowOf(page, company).getByRole("checkbox").check()
  await expect(button(page, "Approve")).toHaveAttribute(
    "aria-description",
    /Seller cannot approve prospects\. A Commerce manager or Administrator can\./,
  )
  await page.goto(`/sales/leads?view=all&q=${slug}`)
  await expect(rowOf(page, company)).toContainText("New")
})
