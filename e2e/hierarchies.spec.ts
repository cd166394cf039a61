import { expect, test } from "./fixtures"
import { command, openHierarchy, tabTo, toast } from "./office"

test("a hierarchy is created from customers that exist, and its people are enabled, by keyboard alone", async ({
  page,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  await enterAs("Commerce manager")
  await page.goto("/commerce/hierarchies/new")
  await expectNoAxeFindings()
  await tabTo(page, page.getByRole("searchbox", { name: "Search organizations" }))
  await page.keyboard.type("skagen")
  await page.keyboard.press("Enter")
  await expect(page).toHaveURL(/q=skagen/)
  await tabTo(page, page.getByRole("link", { name: "Choose Skagen Havneservice A/S" }))
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { name: "New customer hierarchy of Skagen Havneservice A/S" })).toBeVisible()

  await expect(page.getByRole("checkbox", { name: "Harbourline Partners" })).toBeChecked()
  await expect(page.getByRole("checkbox", { name: "Harbourline Outlet" })).not.toBeChecked()
  const create = page.getByRole("button", { name: "Create" })
  await expect(create).toHaveAttribute("aria-description", "Choose the Admin first.")
  await expectNoAxeFindings()
  await tabTo(page, page.getByRole("radio", { name: /Anne Bjerre/ }))
  await page.keyboard.press("Space")
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowDown")
  await expect(page.getByRole("radio", { name: /Mette Kjærgaard/ })).toBeChecked()
  await expect(page.getByText(/with Mette Kjærgaard as its Admin, Pending, and sends 1 invitation/)).toBeVisible()
  await tabTo(page, create)
  await page.keyboard.press("Enter")
  await expect(page.getByRole("heading", { level: 1, name: "Skagen Havneservice A/S" })).toBeVisible()
  await mailbox.letterTo("mette@skagenhavn.example", "You were added as a user of Skagen Havneservice A/S")

  const row = page.getByRole("row", { name: /Lars Holm/ })
  await expect(row).toContainText("Pending, not invited")
  await tabTo(page, page.getByRole("checkbox", { name: "Select Lars Holm" }))
  await page.keyboard.press("Space")
  const enable = page.getByRole("button", { name: "Enable", exact: true })
  for (let steps = 0; steps < 30 && !(await enable.evaluate((element) => element === document.activeElement)); steps++)
    await page.keyboard.press("Shift+Tab")
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Enable" })
  await expect(dialog).toContainText("Lets Lars Holm in.")
  await tabTo(page, dialog.getByRole("button", { name: "Enable" }))
  await page.keyboard.press("Enter")
  await expect(dialog).toBeHidden()
  await expect(row).not.toContainText("not invited")
  await mailbox.letterTo("lars@skagenhavn.example", "You were added as a user of Skagen Havneservice A/S")
  await expectNoAxeFindings()
})

test("a member is disabled until a day, and the only Admin cannot be", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Commerce manager")
  await openHierarchy(page, "Mediterranean Yacht Provisioning Ltd")
  await page.getByRole("checkbox", { name: "Select Giovanni Borg Cardona" }).check()
  await expect(page.getByRole("button", { name: "Disable" })).toHaveAttribute("aria-description", /this is the only Admin/)
  await expect(page.getByRole("button", { name: "Delete" })).toHaveAttribute(
    "aria-description",
    /is Approved, and Approved means a hierarchy/,
  )

  await openHierarchy(page, "Hellenic Ropeworks S.A.")
  await expect(page.getByRole("row", { name: /Sofia Makri/ })).toContainText("Disabled until")
  await page.getByRole("checkbox", { name: "Select Dimitris Ioannou" }).check()
  await page.getByRole("button", { name: "Disable" }).click()
  const dialog = page.getByRole("dialog", { name: "Disable" })
  await dialog.getByLabel("Reason").fill("Works for the supplier until spring")
  await dialog.getByLabel("Back on").fill("2020-01-01")
  await dialog.getByRole("button", { name: "Disable" }).click()
  await expect(dialog.getByText("Choose a day that is still to come, or leave it empty.").first()).toBeVisible()
  const year = new Date().getUTCFullYear() + 1
  await dialog.getByLabel("Back on").fill(`${year}-03-01`)
  await dialog.getByRole("button", { name: "Disable" }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole("row", { name: /Dimitris Ioannou/ })).toContainText(`Disabled until 1 Mar ${year}`)
  await expect(page.getByRole("region", { name: "Timeline" })).toContainText(`Back on 1 Mar ${year}.`)
  await expectNoAxeFindings()
})

test("an outlet is moved by keyboard and by dragging, and not below itself", async ({ page, enterAs }) => {
  await enterAs("Commerce manager")
  await openHierarchy(page, "Hellenic Ropeworks S.A.")
  const tree = page.getByRole("tree", { name: "Outlets" })
  const item = (name: string) => tree.getByRole("treeitem", { name: new RegExp(name) })
  await tabTo(page, item("Hellenic Ropeworks S.A."))
  await page.keyboard.press("ArrowDown")
  await expect(item("Hellenic Ropeworks Crete")).toBeFocused()
  await page.keyboard.press("ArrowLeft")
  await expect(item("Chania Yard")).toHaveCount(0)
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("ArrowDown")
  await expect(item("Chania Yard")).toBeFocused()
  await expect(item("Chania Yard")).toHaveAttribute("aria-level", "3")

  await page.getByRole("button", { name: "Move", exact: true }).focus()
  await page.keyboard.press("Enter")
  const dialog = page.getByRole("dialog", { name: "Move" })
  const rhodes = await dialog.getByRole("option", { name: "Hellenic Ropeworks Rhodes" }).getAttribute("value")
  await dialog.getByLabel("Below").selectOption(rhodes)
  await page.keyboard.press("Control+Enter")
  await expect(dialog).toBeHidden()
  await page.getByRole("treeitem", { name: /Hellenic Ropeworks Crete/ }).click()
  await expect(page.getByRole("button", { name: "Remove outlet" })).toHaveAttribute("aria-description", /members work at/)

  await item("Chania Yard").dragTo(item("Hellenic Ropeworks Crete"))
  await expect(page.getByText("It stands below Hellenic Ropeworks Crete.")).toBeVisible()
  await item("Hellenic Ropeworks Crete").dragTo(item("Chania Yard"))
  await expect(item("Chania Yard")).toHaveAttribute("aria-level", "3")
})

test("one person in two organizations is asked which, switches, and keeps the one when the other ends", async ({
  page,
  elsewhere,
  aPartner,
  enterAs,
  mailbox,
  expectNoAxeFindings,
}) => {
  const partner = await aPartner()
  await page.goto("/account")
  await expect(page.getByRole("button", { name: "Switch organization" })).toHaveCount(0)

  await enterAs("Commerce manager", elsewhere)
  await openHierarchy(elsewhere, "Gréements du Saint-Laurent inc.")
  await elsewhere.getByRole("button", { name: "Add", exact: true }).click()
  const add = elsewhere.getByRole("dialog", { name: "Add" })
  await add.getByLabel("First name").fill(partner.firstName)
  await add.getByLabel("Last name").fill(partner.lastName)
  await add.getByLabel("Email").fill(partner.email)
  await add.getByRole("button", { name: "Add" }).click()
  await expect(add).toBeHidden()
  const invitation = await mailbox.letterTo(partner.email, "You were added as a user of Gréements du Saint-Laurent inc.")
  await page.goto(invitation.link("/set-password/"))
  await page.getByLabel("Password").fill("a long walk on the quay")
  await page.getByRole("button", { name: /Accept|Sign in/ }).click()
  await expect(page.getByRole("navigation", { name: "Account" })).toContainText("Gréements du Saint-Laurent inc.")

  await command(page, "Switch organization")
  await expect(page.getByRole("navigation", { name: "Account" })).toContainText(partner.company)
  await page.getByRole("button", { name: "Sign out" }).click()
  await page.getByLabel("Email").fill(partner.email)
  await page.getByLabel("Password").fill("a long walk on the quay")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByRole("heading", { name: "For which organization?" })).toBeVisible()
  await page.goto("/account/users")
  await expect(page).toHaveURL(/\/account\/organizations/)
  await expectNoAxeFindings()
  const own = page.getByRole("listitem").filter({ hasText: partner.company })
  await own.getByRole("button", { name: "Choose" }).click()
  await expect(page.getByRole("navigation", { name: "Account" })).toContainText(partner.company)

  await elsewhere.reload()
  await elsewhere.getByRole("checkbox", { name: `Select ${partner.person}` }).check()
  await elsewhere.getByRole("button", { name: "Disable" }).click()
  const disable = elsewhere.getByRole("dialog", { name: "Disable" })
  await disable.getByLabel("Reason").fill("Left the company")
  await disable.getByRole("button", { name: "Disable" }).click()
  await expect(disable).toBeHidden()
  await page.goto("/account")
  await expect(page).toHaveURL(/\/account$/)
  await expect(page.getByRole("button", { name: "Switch organization" })).toHaveCount(0)
})

test("members side by side are edited by keyboard, overridden after a preview, and put back", async ({
  page,
  enterAs,
  expectNoAxeFindings,
}) => {
  await enterAs("Commerce manager")
  await openHierarchy(page, "Hellenic Ropeworks S.A.")
  await expect(page.getByText(/members differ from Eleni Papadopoulou in Pricing/)).toBeVisible()
  await page.getByRole("link", { name: "Look at them" }).click()
  const grid = page.getByRole("grid", { name: "Members, Pricing" })
  const rowOf = (name: string) => grid.getByRole("row", { name: new RegExp(name) })
  await expect(rowOf("Eleni Papadopoulou").getByRole("gridcell").first()).toHaveText("GOLD, Gold partners")
  await expect(rowOf("Nikos Stavrakakis").getByRole("gridcell").first()).toContainText("differs from the Admin")
  await expectNoAxeFindings()

  await tabTo(page, grid.getByRole("rowheader").first())
  await page.keyboard.press("Control+End")
  await page.keyboard.press("Control+Home")
  await page.keyboard.press("ArrowRight")
  const nikos = rowOf("Nikos Stavrakakis").getByRole("gridcell").first()
  for (let steps = 0; steps < 10 && !(await nikos.evaluate((cell) => cell === document.activeElement)); steps++)
    await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("listbox", { name: "Price group of Nikos Stavrakakis" })).toBeFocused()
  await page.keyboard.press("s")
  // The cell shows it before the server has it.
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.ok())
  await page.keyboard.press("Enter")
  await expect(nikos).toContainText("SILVER, Silver partners")
  await saved
  await page.reload()
  await expect(nikos).toContainText("SILVER, Silver partners")

  await page.getByRole("link", { name: "Override" }).click()
  await expect(page.getByRole("heading", { name: "Override in Hellenic Ropeworks S.A." })).toBeVisible()
  const plan = page.getByRole("table", { name: "What changes" })
  await expect(plan.getByRole("row", { name: /Nikos Stavrakakis/ })).toContainText("SILVER, Silver partners")
  await plan.getByRole("checkbox", { name: "Select Maria Vlachou" }).uncheck()
  await expectNoAxeFindings()
  await page.getByRole("button", { name: "Override" }).click()
  await expect(toast(page, /members overridden/)).toBeVisible()
  await expect(page.getByText(/1 member differs from Eleni Papadopoulou in Pricing/)).toBeVisible()

  await page.getByRole("region", { name: "Overrides" }).getByRole("button", { name: "Undo" }).first().click()
  await expect(toast(page, /put back/)).toBeVisible()
  await expect(toast(page, /members overridden/)).toHaveCount(0)
  await page.getByRole("link", { name: "Look at them" }).click()
  await expect(nikos).toContainText("SILVER, Silver partners")
})

test("what must be the same is said in Settings and on the hierarchy", async ({ page, enterAs, expectNoAxeFindings }) => {
  await enterAs("Commerce manager")
  await page.goto("/settings/hierarchies")
  await page.getByLabel("Invoice and delivery").check()
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Members who differ are looked for now.")).toBeVisible()
  await expectNoAxeFindings()
  await openHierarchy(page, "Mediterranean Yacht Provisioning Ltd")
  const drift = page.getByRole("region", { name: "Drift" })
  await expect(drift).toContainText("Members must be as the Admin in Invoice and delivery")
  await drift.getByRole("button", { name: "Change policy" }).click()
  const dialog = page.getByRole("dialog", { name: "Change policy" })
  await dialog.getByRole("radio", { name: /A policy of its own/ }).check()
  await dialog.getByRole("checkbox", { name: "Invoice and delivery" }).uncheck()
  await dialog.getByRole("button", { name: "Change policy" }).click()
  await expect(drift).toContainText("Members may differ from the Admin in everything.")
})
