import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { open } from "./office"

const lane = (page: Page, name: string) => page.getByRole("region", { name, exact: true })

test("a card is moved to the next lane by the keyboard, every step is spoken, and the lead keeps its new status", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await page.goto(`/sales/leads?view=all&as=board&group=status&q=${encodeURIComponent(company)}`)
  await expect(lane(page, "New").getByRole("link", { name: company })).toBeVisible()
  await expectNoAxeFindings()
  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" })
  await open(() => page.keyboard.press("?"), keys)
  await expect(keys).toContainText("Choose a lane for the card in hand")
  await page.keyboard.press("Escape")
  await expect(keys).toBeHidden()
  await page.getByRole("button", { name: `Move ${company}` }).focus()
  await expect(async () => {
    await page.keyboard.press("Space")
    await expect(page.getByText(`Picked up ${company}.`)).toBeAttached({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press("ArrowRight")
  await expect(page.getByText(`${company} is over Contacted.`)).toBeAttached()
  await page.keyboard.press("Space")
  await expect(lane(page, "Contacted").getByRole("link", { name: company })).toBeVisible()
  await expect(page.getByText(`${company} is in Contacted now.`)).toBeAttached()
  await page.reload()
  await expect(lane(page, "Contacted").getByRole("link", { name: company })).toBeVisible()
})

test("a card is dragged by the mouse to a lane that asks: the dialog opens, and closing it leaves the card where it was", async ({
  page,
  enterAs,
  someone,
  submitRequest,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await page.goto(`/sales/leads?view=all&as=board&group=status&q=${encodeURIComponent(company)}`)
  const card = lane(page, "New").getByRole("link", { name: company })
  const dialog = page.getByRole("dialog", { name: "Qualify" })
  const drag = async () => {
    // Once it stands still; it is taken hold of below its link.
    await card.hover()
    const [from, to] = [await card.boundingBox(), await lane(page, "Qualified").boundingBox()]
    if (!from || !to) throw new Error("The card and its lane have no place on the page")
    await page.mouse.move(from.x + 20, from.y + 24)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 12 })
    await page.mouse.up()
  }
  await open(drag, dialog)
  await dialog.getByRole("button", { name: "Cancel" }).click()
  await expect(dialog).toBeHidden()
  await expect(lane(page, "New").getByRole("link", { name: company })).toBeVisible()
})

test("grid and board show the same view: filter and search stay, and groups fold the same rows", async ({
  page,
  enterAs,
  expectNoAxeFindings,
}) => {
  await enterAs("Sales manager")
  await page.goto(`/sales/opportunities?view=all&as=board&f=${encodeURIComponent('["status","is","won"]')}`)
  await expect(page.getByRole("heading", { level: 1, name: "All opportunities" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Remove filter Status is Won" })).toBeVisible()
  await expectNoAxeFindings()
  await page.goto(`/sales/leads?view=all&group=rating`)
  await expect(page.getByRole("heading", { level: 1, name: "All leads" })).toBeVisible()
  for (const rating of ["Hot", "Warm", "Cold"]) await expect(page.getByText(rating, { exact: true }).first()).toBeVisible()
  await expectNoAxeFindings()
})
