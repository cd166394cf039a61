import { expect, test } from "./fixtures"
import { open } from "./office"

test("a lead is found, opened and qualified by the keyboard alone", async ({ page, someone, submitRequest, enterAs }) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await expect(async () => {
    await page.keyboard.press("j")
    await expect(page.getByRole("link", { name: company })).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
  const dialog = page.getByRole("dialog", { name: "Qualify" })
  await open(() => page.keyboard.press("q"), dialog)
  await page.keyboard.press("Control+Enter")
  await expect(dialog).toBeHidden()
  await expect(page.getByText("qualified the lead").first()).toBeVisible()
})

test("? lists the keys", async ({ page, enterAs }) => {
  await enterAs("Seller")
  const keys = page.getByRole("dialog")
  await open(() => page.keyboard.press("?"), keys)
  await expect(keys).toContainText("qualify")
  await page.keyboard.press("Escape")
  await expect(keys).toBeHidden()
})

test("a list has one search box, and takes the search in the URL", async ({ page, enterAs, someone, submitRequest }) => {
  const applicant = someone()
  await submitRequest(applicant)
  await enterAs("Seller")
  for (const list of ["/sales/leads", "/commerce/prospects"]) {
    await page.goto(list)
    const box = page.getByRole("searchbox")
    await expect(box).toHaveCount(1)
    await box.fill(applicant.company.slice(1, 7))
    await box.press("Enter")
    await expect(page).toHaveURL(/[?&]q=/)
    await expect(page.getByRole("row", { name: new RegExp(applicant.company) })).toBeVisible()
  }
})
