import { expect, type Page } from "@playwright/test"

export type RoleName = "Seller" | "Sales manager" | "Commerce manager" | "Administrator"

/** Enters by the demo's door; whoever was signed in on the page is forgotten. */
export async function enterAs(page: Page, role: RoleName): Promise<void> {
  await page.context().clearCookies()
  await page.goto("/sign-in")
  await page.getByRole("button", { name: `Enter as ${role}`, exact: true }).click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** Leaves by Sign out, which in the office waits in the menu that bears the person's name and role. */
export async function signOut(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Sign out", exact: true })
  const menu = page.getByRole("banner").getByRole("button", { name: /(Seller|manager|Administrator|Auditor)$/ })
  if (!(await button.isVisible())) await menu.click()
  await button.click()
  await expect(page).toHaveURL(/\/sign-in/)
}

/** Opens the lead of a company from the grid. */
export async function openLead(page: Page, company: string): Promise<void> {
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
}

/** Presses a record's command and, in its dialog, the button of the same name. */
export async function command(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).first().click()
  const dialog = page.getByRole("dialog", { name })
  await dialog.getByRole("button", { name, exact: true }).click()
  await expect(dialog).toBeHidden()
}

export type Close = "Close as Won" | "Close as Lost"

/** Qualifies the company's lead as the dialog proposes it and, when asked, closes its opportunity. */
export async function qualifyLead(page: Page, company: string, { close }: { close?: Close } = {}): Promise<void> {
  await openLead(page, company)
  await command(page, "Qualify")
  if (!close) return
  await page.goto(`/sales/opportunities?view=all&q=${encodeURIComponent(company)}`)
  await page.getByRole("row").getByRole("link", { name: company }).first().click()
  await command(page, close)
}

/** Runs or stops the map that turns prospects into leads. */
export async function setProspectsMap(page: Page, move: "Run" | "Stop"): Promise<void> {
  await page.goto("/settings/integration")
  const row = page.getByRole("row", { name: /Prospects.*Leads/ }).first()
  await row.getByRole("button", { name: new RegExp(`^${move}`) }).click()
  const dialog = page.getByRole("dialog", { name: move })
  await dialog.getByRole("button", { name: move, exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(row).toContainText(move === "Run" ? /Running/ : /Not running/)
}

/** The value of a line in a section of a record. */
export const fact = (page: Page, section: string, label: string) =>
  page
    .getByRole("region", { name: section })
    .locator("dt", { hasText: new RegExp(`^${label}$`) })
    .locator("xpath=following-sibling::dd[1]")

/** Opens the editor of one line by its pencil: an email or a phone number in it is a link. */
export async function editLine(page: Page, section: string, label: string) {
  const line = fact(page, section, label)
  await expect(async () => {
    await line.getByRole("button", { name: /^Edit / }).click({ timeout: 1000 })
    await expect(line.getByRole("button", { name: "Save", exact: true })).toBeVisible({ timeout: 1000 })
  }).toPass()
  return line
}
