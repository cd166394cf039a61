import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, fact, openProspect } from "./office"
import { fillRequest, someone } from "./someone"

const card = (page: Page, name: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 2, name }) })

async function addChannel(page: Page, name: string) {
  await enterAs(page, "Commerce manager")
  await page.goto("/settings/channels")
  await page.getByRole("button", { name: "Add channel" }).click()
  const dialog = page.getByRole("dialog", { name: "Add channel" })
  await dialog.getByLabel("Name").fill(name)
  await dialog.getByLabel("Store address").fill("not a site")
  await dialog.getByRole("button", { name: "Add channel" }).click()
  await expect(dialog.getByText("Enter the website as in www.example.com").first()).toBeVisible()
  await dialog.getByLabel("Store address").fill("outlet.example")
  await dialog.getByLabel("Portuguese").check()
  await dialog.getByLabel("Introduction").fill("Ends of line for boatyards.")
  await dialog.getByRole("button", { name: "Add channel" }).click()
  await expect(page.getByRole("heading", { level: 2, name })).toBeVisible()
}

test("a second storefront has a form of its own; who asks there is read, answered and listed under its name", async ({
  page,
  elsewhere,
  mailbox,
  expectNoAxeFindings,
}) => {
  const applicant = someone()
  const name = `Outlet of ${applicant.lastName}`
  const slug = name.toLowerCase().replaceAll(" ", "-")
  await addChannel(page, name)
  await expectNoAxeFindings()

  await elsewhere.goto(`/request/at/${slug}`)
  await expect(elsewhere.getByText("Ends of line for boatyards.")).toBeVisible()
  await expect(elsewhere.getByRole("banner")).toContainText(name)
  await fillRequest(elsewhere, applicant)
  await elsewhere.getByRole("button", { name: "Submit request" }).click()
  await expect(elsewhere.getByRole("heading", { name: "Request submitted" })).toBeVisible()
  await expect(elsewhere.getByText(`${name} has your request`, { exact: false })).toBeVisible()
  const receipt = await mailbox.letterTo(applicant.email, "We received your request")
  expect(receipt.text).toContain(name)
  expect(receipt.text).toContain("https://outlet.example")
  await elsewhere.goto(receipt.link("/request/status/"))
  await expect(elsewhere.getByRole("banner")).toContainText(name)

  await page.goto("/settings/channels")
  await card(page, name).getByRole("link", { name: "1 request" }).click()
  await page.getByRole("row").getByRole("link", { name: applicant.company }).click()
  await expect(fact(page, "Details", "Channel")).toHaveText(name)
  await enterAs(elsewhere, "Seller")
  await elsewhere.goto(`/sales/leads?q=${encodeURIComponent(applicant.company)}`)
  await elsewhere.getByRole("link", { name: applicant.company }).click()
  await expect(fact(elsewhere, "Details", "Channel")).toHaveText(name)

  await page.goto("/settings/channels")
  await card(page, name).getByRole("button", { name: "Archive" }).click()
  const dialog = page.getByRole("dialog", { name: "Archive" })
  await expect(dialog).toContainText("1 request that waits is still decided")
  await expect(dialog).toContainText(/belongs? to all channels/)
  await dialog.getByRole("button", { name: "Archive" }).click()
  await expect(card(page, name).getByText("Closed")).toBeVisible()
  const answer = await elsewhere.request.get(`/request/at/${slug}`)
  expect(answer.status()).toBe(404)
  await card(page, name).getByText(`History of ${name}`).click()
  await expect(card(page, name).getByText(/archived a channel/)).toBeVisible()
  await expectNoAxeFindings()
})

test("who asks at a second storefront is written to in its profile, and becomes a partner of it; then of all of them", async ({
  page,
  elsewhere,
  mailbox,
  expectNoAxeFindings,
}) => {
  test.setTimeout(150_000)
  const applicant = someone()
  const name = `Shop of ${applicant.lastName}`
  const desk = `Desk of ${applicant.lastName}`
  await enterAs(page, "Commerce manager")
  await page.goto("/settings/email/profiles")
  await page.getByRole("button", { name: "Add a profile" }).click()
  const adding = page.getByRole("dialog", { name: "Add a profile" })
  await adding.getByLabel("Name", { exact: true }).fill(desk)
  await adding.getByLabel("Sender’s name").fill("The outlet desk")
  await adding.getByLabel("Sender’s address").fill("desk@outlet.example")
  await adding.getByRole("button", { name: "Add a profile" }).click()
  const profile = page.getByRole("row", { name: new RegExp(`^${desk}`) })
  await expect(profile).toContainText("None")
  await profile.getByRole("link", { name: desk }).click()
  await page.getByRole("link", { name: "Request received", exact: true }).click()
  await page.getByLabel("Subject", { exact: true }).fill("Ahoy %reference%")
  await page.getByLabel("Letter", { exact: true }).fill("# %storename% has your request\n\nWe look at it today.\n\n[[Follow it]](%link%)")
  await page.getByRole("button", { name: "Publish", exact: true }).click()
  const publishing = page.getByRole("dialog", { name: "Publish" })
  await publishing.getByRole("button", { name: "Publish", exact: true }).click()
  await expect(publishing).toBeHidden()

  await addChannel(page, name)
  await card(page, name).getByRole("button", { name: "Edit" }).click()
  const editing = page.getByRole("dialog", { name: "Edit" })
  await editing.getByLabel("Letters").selectOption({ label: desk })
  await editing.getByRole("button", { name: "Edit" }).click()
  await expect(editing).toBeHidden()
  await expect(card(page, name).getByRole("link", { name: desk })).toBeVisible()
  await card(page, name).getByText(`History of ${name}`).click()
  await expect(card(page, name).getByText(`Letters: The house’s letters → ${desk}`)).toBeVisible()
  await expectNoAxeFindings()
  await page.goto("/settings/email/profiles")
  await expect(profile.getByRole("link", { name })).toBeVisible()
  await expect(profile.getByRole("button", { name: "Remove" })).toHaveAttribute(
    "aria-description",
    new RegExp(`^${name} writes in this profile`),
  )
  await expectNoAxeFindings()

  await elsewhere.goto(`/request/at/${name.toLowerCase().replaceAll(" ", "-")}`)
  await fillRequest(elsewhere, applicant)
  await elsewhere.getByRole("button", { name: "Submit request" }).click()
  await expect(elsewhere.getByRole("heading", { name: "Request submitted" })).toBeVisible()
  const receipt = await mailbox.letterTo(applicant.email, "Ahoy PRO-")
  expect(receipt.from).toContain("The outlet desk")
  expect(receipt.from).toContain("desk@outlet.example")
  expect(receipt.text).toContain("We look at it today.")

  await openProspect(page, applicant.company)
  await page.getByRole("button", { name: "Approve", exact: true }).click()
  const approving = page.getByRole("dialog", { name: "Approve" })
  await expect(approving.getByRole("region", { name: "Email to the applicant" })).toContainText(desk)
  await approving.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(approving).toBeHidden()
  const approval = await mailbox.letterTo(applicant.email, "Your request to become a business partner is approved")
  expect(approval.from).toContain("desk@outlet.example")
  expect(approval.text).toContain(name)

  await elsewhere.goto(approval.link("/set-password/"))
  await elsewhere.getByLabel("New password").fill("a long walk on the quay")
  await elsewhere.getByRole("button", { name: "Set password" }).click()
  await expect(elsewhere).toHaveURL(/\/account/)
  await expect(elsewhere.getByRole("banner")).toContainText(name)

  await page.goto(`/commerce/hierarchies?q=${encodeURIComponent(applicant.company)}`)
  await expect(page.getByRole("row", { name: new RegExp(applicant.company) })).toContainText(name)
  await page.getByRole("row").getByRole("link", { name: applicant.company }).first().click()
  const channels = page.getByRole("region", { name: "Channels" })
  await expect(channels.getByRole("listitem")).toHaveText([name])
  await channels.getByRole("button", { name: "Change channels" }).click()
  const changing = page.getByRole("dialog", { name: "Change channels" })
  await changing.getByLabel(name).uncheck()
  await changing.getByRole("button", { name: "Change channels" }).click()
  await expect(changing.getByText("Choose at least one channel, or All channels").first()).toBeVisible()
  await expectNoAxeFindings()
  await changing.getByRole("radio", { name: "All channels" }).check()
  await changing.getByRole("button", { name: "Change channels" }).click()
  await expect(changing).toBeHidden()
  await expect(channels.getByRole("listitem")).toHaveText(["All channels"])
  await expect(page.getByText(`${name} → All channels`)).toBeVisible()
  await expectNoAxeFindings()
  await page.getByRole("link", { name: "Side by side" }).click()
  await expect(page.getByText("Channels All channels")).toBeVisible()

  await page.goto(`/commerce/hierarchies?group=channels&q=${encodeURIComponent(applicant.company)}`)
  await expect(page.getByRole("row", { name: /^All channels/ })).toBeVisible()
  await page.goto(`/commerce/customers?view=organizations&channels=*&q=${encodeURIComponent(applicant.company)}`)
  await expect(page.getByRole("row", { name: new RegExp(applicant.company) })).toContainText("All channels")
  await page.goto(`/commerce/hierarchies?q=${encodeURIComponent(applicant.company)}`)
  await page
    .getByRole("row", { name: new RegExp(applicant.company) })
    .getByRole("checkbox")
    .check()
  await page.getByRole("button", { name: "Change channels" }).click()
  const many = page.getByRole("dialog", { name: "Change channels" })
  await many.getByLabel("Channel", { exact: true }).selectOption({ label: name })
  await expectNoAxeFindings()
  await many.getByRole("button", { name: "Change channels" }).click()
  await expect(page.getByText("It is in all channels already.")).toBeVisible()
  await elsewhere.goto("/account/organization")
  await expect(elsewhere.getByText(name)).toBeVisible()
  await expect(elsewhere.getByText("Harbourline Outlet")).toBeVisible()
})

test("the list of prospects is filtered by channel", async ({ page }) => {
  await enterAs(page, "Commerce manager")
  await page.goto("/commerce/prospects")
  await page.getByRole("button", { name: "Filter", exact: true }).click()
  const dialog = page.getByRole("dialog", { name: "Filter" })
  await dialog.getByLabel("Field").last().selectOption({ label: "Channel" })
  await dialog.getByRole("button", { name: "Choose Channel" }).click()
  await dialog.getByLabel("Harbourline Outlet", { exact: true }).check()
  await page.keyboard.press("Escape")
  await dialog.getByRole("button", { name: "Filter", exact: true }).click()
  await expect(page.getByRole("link", { name: "Remove filter Channel is Harbourline Outlet" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Blue Fjord Outfitters AS" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Kowalczyk i Synowie Sp. z o.o." })).toHaveCount(0)
})

test("a seller does not find the page of channels", async ({ page }) => {
  await enterAs(page, "Seller")
  const answer = await page.goto("/settings/channels")
  expect(answer?.status()).toBe(404)
})

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false })

  test("the form of a second storefront keeps what was typed, and takes the request", async ({ page }) => {
    const applicant = someone()
    await page.goto("/request/at/outlet")
    await page.getByLabel("First name").fill("Ana")
    await page.getByRole("button", { name: "Submit request" }).click()
    await expect(page.getByRole("link", { name: "Enter your last name" })).toBeVisible()
    await expect(page.getByLabel("First name")).toHaveValue("Ana")
    await fillRequest(page, applicant)
    await page.getByRole("button", { name: "Submit request" }).click()
    await expect(page.getByRole("heading", { name: "Request submitted" })).toBeVisible()
    await expect(page.getByText("Harbourline Outlet has your request", { exact: false })).toBeVisible()
  })
})
