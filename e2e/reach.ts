import type { Page } from "@playwright/test"
import { giveFile } from "./office"

/** The hierarchy and the customer of the demo that have the most to show. */
export const hellenic = "/commerce/hierarchies?q=Hellenic+Ropeworks"
export const hellenicCustomer = "/commerce/customers?q=Hellenic+Ropeworks+S.A."

/** How one comes to a page: by its address, or by what leads there. */
export type Way = string | ((page: Page) => Promise<unknown>)

export const reach = (page: Page, way: Way): Promise<unknown> => (typeof way === "string" ? page.goto(way) : way(page))

/** The addresses of the records that a list shows, in its order. */
async function recordsOf(page: Page, list: string): Promise<string[]> {
  await page.goto(list)
  const links = page.getByRole("row").locator(`a[href^="${list.split("?")[0]}/"]`)
  // What is streamed may show itself after the page is loaded.
  await links.first().waitFor()
  const paths = await links.evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.pathname : "")))
  return [...new Set(paths)]
}

/** To the first record of a list, or to a page of it. */
export const firstOf =
  (list: string, onto = ""): Way =>
  async (page) => {
    const [first] = await recordsOf(page, list)
    await page.goto(`${first}${onto}`)
  }

/** To the desk on which the first two leads of a list are compared. */
export const twoOf =
  (list: string): Way =>
  async (page) => {
    const [a, b] = (await recordsOf(page, list)).map((path) => path.split("/").at(-1))
    await page.goto(`/sales/merge/leads?a=${a}&b=${b}`)
  }

/** To a list of which the first two records are ticked. */
export const tickedIn =
  (list: string): Way =>
  async (page) => {
    await page.goto(list)
    const boxes = page.getByRole("table").getByRole("checkbox")
    for (const place of [1, 2]) await boxes.nth(place).check()
    await page.getByText("2 selected").waitFor()
  }

/** To the report of a run that was looked at and not begun. */
export async function toARun(page: Page): Promise<void> {
  await reach(page, tickedIn("/sales/leads?view=open"))
  await page.getByRole("button", { name: "Disqualify", exact: true }).click()
  await page.getByRole("dialog", { name: "Disqualify" }).getByRole("button", { name: "Disqualify", exact: true }).click()
  await page.waitForURL("**/sales/runs/*")
}

/** To the columns of a file that is to be imported. */
export async function toAnImport(page: Page): Promise<void> {
  const yard = Math.random().toString(36).slice(2, 9)
  const lines = ["Firma;Ansprechpartner;E-mail;Land;Rating;Stand", `Quay ${yard} GmbH;Jana Weber;jana@${yard}.example;Germany;Hot;A12`]
  await page.goto("/sales/leads/import")
  const file = { name: `${yard}.csv`, mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) }
  await giveFile(page, file, page.getByRole("combobox", { name: "Firma means" }))
  await page.waitForURL("**/columns")
}

/** On from the page before, by its button. */
export const onBy =
  (button: string, to: string): Way =>
  async (page) => {
    await page.getByRole("button", { name: button, exact: true }).click()
    await page.waitForURL(to)
  }

/** To the report of the file in hand, once it is in. */
export async function toItsReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click()
  await page.getByRole("dialog", { name: "Import" }).getByRole("button", { name: "Import", exact: true }).click()
  await page.getByRole("button", { name: "Undo import" }).waitFor()
}
