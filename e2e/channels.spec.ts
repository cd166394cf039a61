import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { enterAs, fact } from "./office"
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
  await dialog.getByRole("button", { name: "Archive" }).click()
  await expect(card(page, name).getByText("Closed")).toBeVisible()
  const answer = await elsewhere.request.get(`/request/at/${slug}`)
  expect(answer.status()).toBe(404)
  await card(page, name).getByText(`History of ${name}`).click()
  await expect(card(page, name).getByText(/archived a channel/)).toBeVisible()
  await expectNoAxeFindings()
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
