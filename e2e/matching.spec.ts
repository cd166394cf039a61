import { expect, test } from "./fixtures"
import { open, toast } from "./office"

test("two alike requests meet in the inbox with their reasons, and are not the same for good", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
}) => {
  const first = someone()
  const again = { ...someone(), company: first.company.replace(", Lda.", " Limitada"), email: first.email.replace("ana.", "rui.") }
  await submitRequest(first)
  await submitRequest(again)
  await enterAs("Seller")

  await test.step("the lead says that another one may be the same, and leads to it", async () => {
    await openLead(again.company)
    const link = page.getByRole("link", { name: /^\d+ possible duplicates?$/ })
    await expect(async () => {
      await page.reload()
      await expect(link).toBeVisible({ timeout: 2000 })
    }).toPass()
    await link.click()
    await expect(page.getByRole("heading", { level: 1, name: "Duplicates" })).toBeVisible()
  })

  const inbox = page.url()
  const pair = page.getByRole("article", { name: new RegExp(`${first.company}.*and|and ${first.company}`) })
  await test.step("both stand side by side, with what speaks for it", async () => {
    const reasons = pair.getByRole("list", { name: "Reasons" })
    await expect(reasons).toContainText("Same name")
    await expect(reasons).toContainText(`Same domain ${first.email.split("@")[1]}`)
    await expect(pair).toContainText("Certain")
    await expect(pair.getByRole("row", { name: /Email/ })).toContainText(first.email)
    await expect(pair.getByRole("row", { name: /Email/ })).toContainText(again.email)
    await expect(pair.getByRole("link", { name: "Merge" })).toHaveAttribute("href", /^\/sales\/merge\/leads\?a=/)
  })

  await test.step("a lead that may be there twice is found by a filter", async () => {
    await page.goto(
      `/sales/leads?view=all&q=${encodeURIComponent(first.company.split(" ")[0] ?? "")}&f=${encodeURIComponent('["duplicates","yes"]')}`,
    )
    await expect(page.getByRole("link", { name: again.company })).toBeVisible()
    await page.goBack()
  })

  await test.step("Not the same takes the pair away, by key, and stays", async () => {
    await expect(pair).toBeVisible()
    await open(() => page.keyboard.press("n"), toast(page, "Not the same"))
    await expect(toast(page, "Not the same")).toContainText("are not suggested again")
    await expect(pair).toBeHidden()
    await expect(page.getByRole("link", { name: first.company })).toBeHidden()
  })

  await test.step("who said so is kept, and it can be taken back", async () => {
    await page.goto("/sales/duplicates?show=dismissed")
    await page.getByRole("list", { name: "Pairs" }).getByRole("link", { name: again.company }).click()
    await page.getByRole("button", { name: "Take back" }).click()
    await expect(toast(page, "Taken back")).toContainText("are compared again")
    await expect(async () => {
      await page.goto(inbox)
      await expect(pair).toBeVisible({ timeout: 2000 })
    }).toPass()
  })
})

test("a company that is a partner already is told to staff, with reasons on the desk, and not to the applicant", async ({
  page,
  aPartner,
  someone,
  submitRequest,
  enterAs,
  openLead,
}) => {
  const partner = await aPartner()
  const colleague = {
    ...someone(),
    company: partner.company.replace(", Lda.", " Limitada"),
    email: partner.email.replace("ana.", "eva."),
  }
  await submitRequest(colleague)
  await expect(page.getByText(/already|partner account/)).toBeHidden()
  await enterAs("Seller")
  await openLead(colleague.company)
  await expect(page.getByText(/is a partner already \(HIE-\d+\)/)).toBeVisible()
  await expect(page.getByText(/is certainly the same: same name, same domain/)).toBeVisible()
  await page.getByRole("button", { name: "Qualify", exact: true }).click()
  const desk = page.getByRole("dialog", { name: "Qualify" })
  await expect(desk).toContainText("Same name")
  await expect(desk).toContainText(`Same domain ${partner.email.split("@")[1]}`)
})

test("the matching rules are rehearsed while they are moved, saved, and brought back", async ({
  page,
  someone,
  submitRequest,
  enterAs,
}) => {
  const first = someone()
  await submitRequest(first)
  await submitRequest({ ...someone(), company: first.company, email: first.email.replace("ana.", "eva.") })
  await enterAs("Sales manager")
  const rehearsal = page.getByRole("region", { name: "Rehearsal" })
  await expect(async () => {
    await page.goto("/settings/matching")
    await expect(rehearsal.getByRole("row", { name: /Certain/ })).toContainText(/[1-9]/, { timeout: 5000 })
  }).toPass()
  await expect(rehearsal).toContainText("These are the rules in force")
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled()

  await page.getByLabel("Company name", { exact: true }).uncheck()
  await page.getByLabel("Phone", { exact: true }).uncheck()
  await expect(rehearsal).toContainText(/Would (disappear|be called otherwise): \d+/)
  await expect(rehearsal.getByRole("status")).toContainText(/pairs? would change/)

  await page.getByLabel("Possible from").fill("90")
  await expect(page.getByText("Certain must be above likely, and likely above possible.")).toBeVisible()
  await page.getByLabel("Possible from").fill("41")
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByText("compared anew in the background")).toBeVisible()
  await expect(page.getByLabel("Company name", { exact: true })).not.toBeChecked()

  await page.getByRole("button", { name: "Usual rules" }).click()
  await page.getByRole("button", { name: "Save", exact: true }).click()
  await expect(page.getByLabel("Company name", { exact: true })).toBeChecked()
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled()
})
