import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { openLead, toast } from "./office"
import { someone } from "./someone"

/** A word that only this test's companies bear, so that its rules hold for no others. */
const slug = () => someone().company.split(" ")[0] ?? ""

/** Opens the page of a kind of rules and begins a rule for companies whose name holds a word. */
async function beginRule(page: Page, place: string, name: string, holds: string): Promise<Locator> {
  await page.goto(`/settings/${place}`)
  return anotherRule(page, name, holds)
}

async function anotherRule(page: Page, name: string, holds: string): Promise<Locator> {
  await page.getByRole("button", { name: "Add rule", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Add rule" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByRole("combobox", { name: "Field" }).selectOption({ label: "Company" })
  await dialog.getByRole("textbox", { name: "Company, value" }).fill(holds)
  return dialog
}

async function finishRule(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Add rule", exact: true }).click()
  await expect(dialog).toBeHidden()
}

async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Publish" })
  await dialog.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText("Holds", { exact: true })).toBeVisible()
}

test("a scoring rule gives points: the lead says which, and the list is sorted by them", async ({
  page,
  enterAs,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const word = slug()
  await submitRequest({ company: `${word} Small Chandlers`, email: `small@${word}.example` })
  await enterAs("Sales manager")
  const high = await beginRule(page, "lead-scoring", `Great ${word}`, `${word} Great`)
  await high.getByLabel("Points").fill("0")
  await high.getByRole("button", { name: "Add rule", exact: true }).click()
  await expect(high.getByText("A rule without points does nothing")).toBeVisible()
  await high.getByLabel("Points").fill("70")
  await expect(high.getByText(`When Company contains ${word} Great: +70 points`)).toBeVisible()
  await expectNoAxeFindings()
  await finishRule(high)
  const some = await anotherRule(page, `Any ${word}`, word)
  await some.getByLabel("Points").fill("10")
  await finishRule(some)
  await page.getByRole("button", { name: `Move up Any ${word}`, exact: true }).click()
  await publish(page)
  await expectNoAxeFindings()

  await submitRequest({ company: `${word} Great Shipyard`, email: `great@${word}.example` })
  await enterAs("Seller")
  await expect(async () => {
    await openLead(page, `${word} Great Shipyard`)
    await expect(page.getByRole("region", { name: "Score" })).toContainText("80 A", { timeout: 1000 })
  }).toPass()
  const score = page.getByRole("region", { name: "Score" })
  await expect(score.getByRole("listitem").filter({ hasText: `Great ${word}` })).toContainText("+70")
  await expect(score.getByRole("listitem").filter({ hasText: `Any ${word}` })).toContainText("+10")
  await page.goto(`/sales/leads?q=${word}&cols=company,score&sort=created&dir=asc`)
  const companies = page.getByRole("row").getByRole("link", { name: word })
  await expect(companies).toHaveText([`${word} Small Chandlers`, `${word} Great Shipyard`])
  await page.getByRole("columnheader", { name: "Score" }).getByRole("link").click()
  await expect(companies).toHaveText([`${word} Great Shipyard`, `${word} Small Chandlers`])
  await expect(page.getByRole("row", { name: `${word} Small Chandlers` })).toContainText("10 D")
})

test("requests are given to sellers in turn, a rehearsal tells how it would have been, and the rule stands on the lead", async ({
  page,
  enterAs,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const word = slug()
  const apply = (name: string) => submitRequest({ company: `${word} ${name}`, email: `${name.toLowerCase()}@${word}.example` })
  await apply("Before")
  await enterAs("Sales manager")
  const dialog = await beginRule(page, "assignment-rules", `Turns ${word}`, word)
  await dialog.getByRole("radio", { name: /^Several people, in turn/ }).check()
  await dialog.getByRole("button", { name: "Choose People" }).click()
  await page.getByRole("checkbox", { name: "Maja Lindqvist" }).check()
  await page.getByRole("checkbox", { name: "Tomás Herrera" }).check()
  await page.keyboard.press("Escape")
  await expectNoAxeFindings()
  await finishRule(dialog)

  await page.getByRole("button", { name: "Rehearse", exact: true }).click()
  const rehearsal = page.getByRole("region", { name: "Rehearsal" })
  await expect(rehearsal.getByText(/^1 of [\d,]+ leads$/)).toBeVisible()
  await expect(rehearsal.getByRole("row", { name: `${word} Before` })).toContainText("Maja Lindqvist")
  await expectNoAxeFindings()
  await publish(page)

  for (const name of ["One", "Two", "Three"]) await apply(name)
  await enterAs("Sales manager")
  const ownerOf = async (name: string, owner: string) =>
    expect(async () => {
      await page.goto(`/sales/leads?q=${encodeURIComponent(`${word} ${name}`)}`)
      await expect(page.getByRole("row", { name: `${word} ${name}` })).toContainText(owner, { timeout: 1000 })
    }).toPass()
  await ownerOf("One", "Maja Lindqvist")
  await ownerOf("Two", "Tomás Herrera")
  await ownerOf("Three", "Maja Lindqvist")
  await ownerOf("Before", "Unassigned")
  await openLead(page, `${word} Before`)
  await page.getByRole("button", { name: "Route by rules", exact: true }).click()
  await expect(page.getByText(`Assignment rule “Turns ${word}”, version`).first()).toBeVisible()
  await expect(page.getByText("Tomás Herrera").first()).toBeVisible()
  await enterAs("Seller")
  await page.getByRole("button", { name: "Notifications" }).click()
  await expect(
    page
      .getByRole("dialog", { name: "Notifications" })
      .getByText(/gave you/)
      .first(),
  ).toBeVisible()
})

test("a run asks for a second person where a policy wants one, and all of it is confirmed at once", async ({
  page,
  elsewhere,
  enterAs,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const word = slug()
  for (const name of ["One", "Two"])
    await submitRequest({ company: `${word} Guarded ${name}`, email: `ana-${name.toLowerCase()}@${word}.example` })
  await submitRequest({ company: `${word} Plain`, email: `rui@${word}-plain.example` })
  await enterAs("Sales manager")
  const two = await beginRule(page, "policies", `Pairs ${word}`, `${word} Guarded`)
  await two.getByRole("radio", { name: /^Require a second person/ }).check()
  await two.getByRole("checkbox", { name: "Disqualify", exact: true }).check()
  await finishRule(two)
  await publish(page)

  await enterAs("Seller")
  await page.goto(`/sales/leads?view=all&q=${word}`)
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(4)
  for (const name of ["Guarded One", "Guarded Two", "Plain"])
    await page
      .getByRole("row", { name: `${word} ${name}` })
      .getByRole("checkbox")
      .check()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await page.getByRole("dialog", { name: "Disqualify" }).getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(page.getByText("For 2 of them a second person is asked first.")).toBeVisible()
  await expect(page.getByRole("row", { name: `${word} Guarded One` })).toContainText("Second person")
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Leave these out", exact: true }).click()
  await expect(page.getByText("For 2 leads nobody is asked: left out.")).toBeVisible()
  await page.getByRole("button", { name: "Ask for a second person", exact: true }).click()
  await expect(page.getByText("For 2 of them a second person is asked first.")).toBeVisible()
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await expect(page.getByText(/Maja Lindqvist: Disqualified 1 lead, asked a second person for 2 leads\./)).toBeVisible()

  await enterAs("Sales manager", elsewhere)
  await elsewhere.goto("/sales/approvals")
  const group = elsewhere.getByText(`Maja Lindqvist asked for 2: Disqualify. Policy “Pairs ${word}”`)
  await expect(group).toBeVisible()
  await expectNoAxeFindings(elsewhere)
  await elsewhere.locator(".strip").filter({ has: group }).getByRole("button", { name: "Confirm all 2" }).click()
  const confirm = elsewhere.getByRole("dialog", { name: "Confirm all 2" })
  await expect(confirm).toContainText(`${word} Guarded One`)
  await expectNoAxeFindings(elsewhere)
  await confirm.getByRole("button", { name: "Confirm all 2", exact: true }).click()
  await expect(toast(elsewhere, "Confirmed: 2")).toBeVisible()
  await page.goto(`/sales/leads?view=closed&q=${word}`)
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(4)
})

test("a policy is rehearsed, and then has a second person confirm what one decides", async ({
  page,
  elsewhere,
  enterAs,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const word = slug()
  await submitRequest({ company: `${word} Shipping`, email: `ana@${word}.example` })
  await enterAs("Sales manager")
  const fast = await beginRule(page, "policies", `Fast ${word}`, `${word} Fast`)
  await fast.getByRole("radio", { name: /^Qualify it/ }).check()
  await finishRule(fast)
  const two = await anotherRule(page, `Two for ${word}`, `${word} Shipping`)
  await two.getByRole("radio", { name: /^Require a second person/ }).check()
  await expect(two.getByRole("checkbox", { name: "Qualify", exact: true })).toBeChecked()
  await expectNoAxeFindings()
  await finishRule(two)
  await page.getByRole("button", { name: "Rehearse", exact: true }).click()
  await expect(page.getByRole("region", { name: "Rehearsal" }).getByText("A second person asked")).toBeVisible()
  await expectNoAxeFindings()
  await publish(page)

  await enterAs("Seller")
  await openLead(page, `${word} Shipping`)
  await page.getByRole("button", { name: "Qualify", exact: true }).click()
  await page.getByRole("dialog", { name: "Qualify" }).getByRole("button", { name: "Qualify", exact: true }).click()
  await expect(toast(page, "Approval asked for")).toBeVisible()
  await expect(page.getByRole("button", { name: "Qualify", exact: true })).toHaveAccessibleDescription(/waits for a second person/)
  await expect(page.getByRole("button", { name: "Confirm", exact: true })).toHaveAccessibleDescription(/You asked for this yourself/)
  await expectNoAxeFindings()

  await enterAs("Sales manager", elsewhere)
  await elsewhere.goto("/sales/approvals")
  const row = elsewhere.getByRole("row", { name: `${word} Shipping` })
  await row.getByRole("button", { name: "Confirm", exact: true }).click()
  const confirm = elsewhere.getByRole("dialog", { name: "Confirm" })
  await confirm.getByRole("button", { name: "Confirm", exact: true }).click()
  await expect(confirm).toBeHidden()
  await expect(page.getByText("Asked for by Maja Lindqvist, confirmed by Priya Raman.")).toBeVisible()
  await expect(page.getByText("Qualified", { exact: true }).first()).toBeVisible()

  await submitRequest({ company: `${word} Fast Boats`, email: `rui@${word}-fast.example` })
  await enterAs("Seller")
  await expect(async () => {
    await openLead(page, `${word} Fast Boats`)
    await expect(page.getByText(`by policy “Fast ${word}”, version`)).toBeVisible({ timeout: 1000 })
  }).toPass()
})
