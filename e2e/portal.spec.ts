import { expect, test } from "./fixtures"

test("a partner's Admin adds a user, who accepts and is Active; removed, the user's session ends at once", async ({
  page,
  browser,
  someone,
  aPartner,
  mailbox,
}) => {
  const admin = await aPartner()
  const colleague = someone()
  await page.goto("/account/users")
  await page.getByRole("button", { name: "Add a user" }).click()
  const add = page.getByRole("dialog", { name: "Add a user" })
  await add.getByLabel("First name").fill("Rui")
  await add.getByLabel("Last name").fill("Oliveira")
  await add.getByLabel("Email").fill(colleague.email)
  await add.getByRole("button", { name: "Add a user" }).click()
  await expect(add).toBeHidden()
  const row = page.getByRole("row", { name: /Rui Oliveira/ })
  await expect(row).toContainText("Pending")

  const invitation = await mailbox.letterTo(colleague.email, `You were added as a user of ${admin.company}`)
  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(invitation.link("/set-password/"))
  await theirs.getByLabel("New password").fill("quiet water runs deep")
  await theirs.getByRole("button", { name: "Set password" }).click()
  await expect(theirs).toHaveURL(/\/account/)
  await page.reload()
  await expect(row).toContainText("Active")

  await row.getByRole("button", { name: /^Remove/ }).click()
  const remove = page.getByRole("dialog", { name: "Remove" })
  await remove.getByRole("button", { name: "Remove", exact: true }).click()
  await expect(remove).toBeHidden()
  await expect(row).toHaveCount(0)
  await theirs.goto("/account")
  await expect(theirs).toHaveURL(/\/sign-in/)
  await mailbox.letterTo(colleague.email, `Your access for ${admin.company} has ended`)
})

test("the only Admin cannot be removed, and the page says why", async ({ page, aPartner }) => {
  const { person } = await aPartner()
  await page.goto("/account/users")
  const row = page.getByRole("row", { name: new RegExp(person) })
  await expect(row.getByRole("button", { name: /^Remove/ })).toHaveAttribute("aria-disabled", "true")
  await expect(page.getByText(/only Admin/).first()).toBeVisible()
})

test("reopening a Won opportunity ends the partner's session at once", async ({ page, browser, aPartner, enterAs }) => {
  const { company } = await aPartner()
  await page.goto("/account")
  await expect(page).toHaveURL(/\/account/)
  const office = await (await browser.newContext()).newPage()
  await enterAs("Seller", office)
  await office.goto(`/sales/opportunities?view=all&q=${encodeURIComponent(company)}`)
  await office.getByRole("row").getByRole("link", { name: company }).first().click()
  await office.getByRole("button", { name: "Reopen" }).click()
  const dialog = office.getByRole("dialog", { name: "Reopen" })
  await dialog.getByLabel("Reason").fill("The contract was never signed.")
  await dialog.getByRole("button", { name: "Reopen" }).click()
  await expect(dialog).toBeHidden()
  await page.goto("/account")
  await expect(page).toHaveURL(/\/sign-in/)
})

test("a forgotten password is set anew by mail, and every session ends", async ({ page, browser, aPartner, mailbox }) => {
  const { email } = await aPartner()
  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto("/sign-in")
  await elsewhere.getByRole("link", { name: "Forgot your password?" }).click()
  await expect(elsewhere).toHaveURL(/\/reset-password/)
  await elsewhere.getByLabel("Email").fill(email)
  await elsewhere.getByRole("button", { name: "Send link" }).click()
  const letter = await mailbox.letterTo(email, "Set a new password")
  await elsewhere.goto(letter.link("/reset-password/"))
  await elsewhere.getByLabel("New password").fill("another walk on the quay")
  await elsewhere.getByRole("button", { name: /password/i }).click()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.goto("/account")
  await expect(page).toHaveURL(/\/sign-in/)
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Password").fill("another walk on the quay")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page).toHaveURL(/\/account/)
})
