import { expect, type Locator, type Page } from "@playwright/test"

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

/** Presses until something shows: the first press may come before the page listens. */
export async function open(press: () => Promise<unknown>, shows: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shows.isVisible())) await press()
    await expect(shows).toBeVisible({ timeout: 1000 })
  }).toPass()
}

type GivenFile = { name: string; mimeType: string; buffer: Buffer }

/** Gives the import a file, by which something shows. */
export const giveFile = (page: Page, file: GivenFile, shows: Locator) =>
  open(() => page.getByLabel("File to import").setInputFiles(file, { timeout: 1000 }), shows)

/** Walks on by Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const hasFocus = () => target.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 200 && !(await hasFocus()); steps++) await page.keyboard.press("Tab")
  await expect(target).toBeFocused()
}

/** The toast of that title: the page itself may say the same words, and offer Undo as well. */
export const toast = (page: Page, title: string | RegExp) => page.getByRole("group", { name: title, exact: true })

/** Opens the lead of a company from the grid. */
export async function openLead(page: Page, company: string): Promise<void> {
  await page.goto(`/sales/leads?q=${encodeURIComponent(company)}`)
  await page.getByRole("link", { name: company }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
}

/** Presses a record's command and, in its dialog, the button of the same name. */
export async function command(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name })
  const button = page.getByRole("button", { name, exact: true }).first()
  await open(() => button.click({ timeout: 1000 }), dialog)
  await dialog.getByRole("button", { name, exact: true }).click()
  await expect(dialog).toBeHidden()
}

export type Close = "Close as Won" | "Close as Lost"

/** Qualifies the company's lead as the dialog proposes it and, when asked, closes its opportunity. */
export async function qualifyLead(page: Page, company: string, { close }: { close?: Close } = {}): Promise<void> {
  await openLead(page, company)
  await command(page, "Qualify")
  if (!close) return
  await openOpportunity(page, company)
  await command(page, close)
}

/** Opens the hierarchy of a partner from the list. */
export async function openHierarchy(page: Page, name: string): Promise<void> {
  await page.goto(`/commerce/hierarchies?q=${encodeURIComponent(name)}`)
  await page.getByRole("row").getByRole("link", { name }).first().click()
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible()
}

/** Opens the prospect of a company from All prospects. */
export async function openProspect(page: Page, company: string): Promise<void> {
  await page.goto(`/commerce/prospects?q=${encodeURIComponent(company)}`)
  await page.getByRole("row").getByRole("link", { name: company }).first().click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
}

/** Opens the opportunity about a company from the list of all. */
export async function openOpportunity(page: Page, company: string): Promise<void> {
  await page.goto(`/sales/opportunities?view=all&q=${encodeURIComponent(company)}`)
  await page.getByRole("row").getByRole("link", { name: company }).first().click()
  await expect(page).toHaveURL(/\/sales\/opportunities\/[0-9a-f-]{36}/)
}

type Task = { subject: string; due: string; time?: string }

/** Writes a task on the record whose page this is. `due`: a day as `2030-03-12`; `time`: on the clock of whoever writes it. */
export async function addTask(page: Page, { subject, due, time = "" }: Task): Promise<void> {
  const timeline = page.getByRole("region", { name: "Timeline" })
  await timeline.getByRole("tab", { name: "Task", exact: true }).click()
  await timeline.getByRole("textbox", { name: "Subject" }).fill(subject)
  await timeline.getByLabel("Due", { exact: true }).fill(due)
  await timeline.getByLabel("Time", { exact: true }).fill(time)
  await timeline.getByRole("button", { name: "Add task" }).click()
  await expect(timeline.getByRole("list", { name: "Ahead" })).toContainText(subject)
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
