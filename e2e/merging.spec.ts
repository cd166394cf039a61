import { expect, test } from "./fixtures"
import { toast } from "./office"

test("two requests of one company become one lead by keyboard alone, and two again", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  openLead,
  mailbox,
  expectNoAxeFindings,
}) => {
  test.setTimeout(150_000)
  const [ana, rui] = [someone(), someone()]
  const twin = ana.company.replace(", Lda.", " Limitada")
  const first = await submitRequest(ana)
  const second = await submitRequest({ ...rui, company: twin })
  await enterAs("Seller")
  await openLead(ana.company)
  const leadUrl = page.url().split("?")[0] ?? ""

  await page.getByRole("button", { name: "Merge", exact: true }).focus()
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Merge" })
  await expect(dialog.getByRole("status")).toHaveText("1 lead that may be the same")
  await expectNoAxeFindings()
  await expect(dialog.getByRole("searchbox", { name: "Find another lead" })).toBeFocused()
  await page.keyboard.press("Tab")
  await expect(dialog.getByRole("link", { name: twin })).toBeFocused()
  await page.keyboard.press("Enter")

  await expect(page.getByRole("heading", { level: 1, name: "Merge leads" })).toBeVisible()
  await expect(page.getByText(`Makes ${twin} a part of ${ana.company}`)).toBeVisible()
  await expect(page.getByText(`The request ${second} ends as Merged and is decided together with ${first}.`)).toBeVisible()
  const tell = page.getByRole("checkbox", { name: `Tell ${rui.person} by email` })
  await expect(tell).toBeChecked()
  await expect(tell).toHaveAccessibleDescription(new RegExp(`${second} came from another address, ${rui.email}`))
  await expect(page.getByText(`tells ${rui.person} by email`, { exact: false }).first()).toBeVisible()
  await page.getByRole("button", { name: "Show the email" }).focus()
  await page.keyboard.press("Enter")
  const email = page.getByRole("dialog", { name: "Email to the applicant" })
  await expect(email.getByRole("region", { name: "Email to the applicant" })).toContainText(`Your request ${second} goes on as ${first}`)
  await expect(email.frameLocator("iframe").getByText("We put two requests together")).toBeVisible()
  await expectNoAxeFindings()
  await page.keyboard.press("Escape")
  await expect(email).toBeHidden()
  await expect(page.getByRole("heading", { name: "When not to merge" })).toBeVisible()
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeFindings()
  }
  await page.getByRole("radio", { name: `Name: ${ana.person}, of ${ana.company}` }).focus()
  await page.keyboard.press("ArrowRight")
  await expect(page.getByRole("radio", { name: `Name: ${rui.person}, of ${twin}` })).toBeChecked()
  await expect(page.getByText("takes over 1 field")).toBeVisible()
  await page.getByRole("button", { name: "Merge", exact: true }).focus()
  await page.keyboard.press("Enter")

  await expect(page.getByRole("heading", { level: 1, name: ana.company })).toBeVisible()
  await expect(page.getByText("Open it to unmerge.")).toBeVisible()
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText("merged two leads")
  await expect(page.getByRole("region", { name: "Contact" }).first()).toContainText(rui.lastName)
  await page.goto(`/sales/leads?view=all&q=${encodeURIComponent(twin)}`)
  await expect(page.getByText("No leads found")).toBeVisible()

  await page.goto(`/commerce/prospects?q=${second}`)
  await expect(page.getByRole("row", { name: new RegExp(second) })).toContainText("Merged")
  const told = await mailbox.letterTo(rui.email, `Your request ${second} goes on as ${first}`)
  expect(told.text).not.toContain(ana.lastName)
  await page.goto(told.link("/request/status/"))
  await expect(page.getByText(`We handle this request together with ${first}, which we also got from your company`)).toBeVisible()
  await expect(page.getByText(ana.lastName)).toHaveCount(0)

  await page.goto(leadUrl)
  await page.getByRole("link", { name: twin }).first().click()
  await expect(page.getByRole("heading", { level: 1, name: twin })).toBeVisible()
  await expect(page.getByText("It can be taken apart until")).toBeVisible()
  await expect(page.getByText(`An email told ${rui.email} of it; Unmerge does not take that back.`)).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Unmerge" }).focus()
  await page.keyboard.press("Enter")
  await expect(toast(page, "Unmerged")).toContainText(`Both stand as they did before. The email to ${rui.email} had left`)
  await expect(page.getByRole("button", { name: "Qualify", exact: true })).toBeVisible()
  await page.goto(`/sales/leads?view=open&q=${encodeURIComponent(ana.company)}`)
  await expect(page.getByRole("link", { name: ana.company })).toBeVisible()
  await expect(page.getByText(ana.person)).toBeVisible()
})

test("two ticked leads lead to the same page; two accounts are merged and taken apart from the toast, and whoever cannot merge reads why", async ({
  page,
  someone,
  submitRequest,
  enterAs,
  qualifyLead,
  expectNoAxeFindings,
}) => {
  test.setTimeout(150_000)
  const [one, two] = [someone(), someone()]
  const twin = one.company.replace(", Lda.", " Limitada")
  await submitRequest(one)
  await submitRequest({ ...two, company: twin })
  await enterAs("Seller")
  await page.goto(`/sales/leads?view=open&q=${encodeURIComponent(one.company.split(",")[0] ?? "")}`)
  for (const company of [one.company, twin])
    await page
      .getByRole("row", { name: new RegExp(company) })
      .getByRole("checkbox")
      .check()
  await page.getByRole("button", { name: "Merge", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Merge leads" })).toBeVisible()

  await qualifyLead(one.company)
  await page.goto("/sales/accounts")
  await page.getByRole("button", { name: "New account", exact: true }).click()
  const form = page.getByRole("dialog", { name: "New account" })
  await form.getByLabel("Account").fill(`${twin} Holding`)
  await form.getByRole("button", { name: "New account", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: `${twin} Holding` })).toBeVisible()
  await page.getByRole("button", { name: "Merge", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Merge" })
  await dialog.getByLabel("Find another account").fill(one.company)
  await dialog.getByRole("link", { name: one.company }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Merge accounts" })).toBeVisible()
  await expectNoAxeFindings()
  // The decision of a moment ago can still be undone, and until then the merge waits.
  const merge = page.getByRole("button", { name: "Merge", exact: true })
  await expect(async () => {
    await page.reload()
    await expect(merge).toBeEnabled({ timeout: 2000 })
  }).toPass()
  const givesCustomer = page.getByText(/Customer CUS-\d+ becomes the customer of/)
  await expect(givesCustomer).toBeVisible()
  await page.getByRole("button", { name: "Swap" }).click()
  await expect(givesCustomer).toHaveCount(0)
  await merge.click()
  await expect(page.getByRole("heading", { level: 1, name: one.company })).toBeVisible()
  await expect(page.getByText("Open it to unmerge.")).toBeVisible()
  await toast(page, "Merged").getByRole("button", { name: "Undo" }).click()
  await expect(toast(page, "Unmerged")).toContainText("Both stand as they did before.")
  await expect(page.getByRole("heading", { level: 1, name: `${twin} Holding` })).toBeVisible()

  await enterAs("Commerce manager")
  await page.goto(`/sales/accounts?q=${encodeURIComponent(one.company)}`)
  await page.getByRole("link", { name: one.company }).click()
  await expect(page.getByRole("button", { name: "Merge", exact: true })).toHaveAccessibleDescription(
    /cannot merge accounts\. A Seller, Sales manager or Administrator can/,
  )
})
