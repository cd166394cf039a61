import { AxeBuilder } from "@axe-core/playwright"
import { expect, type Page, test } from "@playwright/test"

type Asked = { type: "tag" | "rule"; values: string[] }

const everything: Asked = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }
/** The rules that look at colours. */
const colours: Asked = { type: "rule", values: ["color-contrast", "link-in-text-block"] }

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

async function findings(page: Page, runOnly: Asked): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly, resultTypes: ["violations"] })
    // In the page alone: a second page, to put the answers of frames together, costs more than the look itself.
    .setLegacyMode()
    // A letter is shown in a frame that can do nothing, and so cannot answer axe either.
    .exclude("iframe[sandbox]")
    .analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)
}

/** What is wider than its place, of the page and of what stands over it. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, dialog, [role=dialog]")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, scrollWidth, clientWidth }) => `${tagName.toLowerCase()} is ${scrollWidth} wide in ${clientWidth}`),
  )

async function stands(page: Page): Promise<void> {
  await expect(page.locator("h1").first()).toBeVisible()
  // The title comes with the stream, after the page.
  await expect(page).toHaveTitle(/./)
}

/** Fails when axe finds anything on the page as it stands. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  await stands(page)
  expect(await findings(page, everything)).toEqual([])
}

const tell = (name: string, found: string[]) => expect.soft(found, name).toEqual([])

/** Looks at a page in light and dark, wide and on a phone: axe finds nothing, and nothing scrolls sideways. Goes on after it found something. */
export async function lookOver(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    await stands(page)
    tell(`${name}, light`, [...(await findings(page, everything)), ...(await sideways(page))])
    await page.emulateMedia({ colorScheme: "dark" })
    tell(`${name}, dark`, await findings(page, colours))
    await page.setViewportSize(phone)
    tell(`${name}, dark on a phone`, [...(await findings(page, everything)), ...(await sideways(page))])
    await page.emulateMedia({ colorScheme: "light" })
    tell(`${name}, light on a phone`, await findings(page, colours))
    await page.setViewportSize(desk)
  })
}

/** Looks at what was opened over a page: in light as it stands, and in dark, on a phone unless that shows it not. */
export async function glanceAt(page: Page, name: string, { onPhone = true } = {}): Promise<void> {
  await test.step(name, async () => {
    tell(`${name}, light`, [...(await findings(page, everything)), ...(await sideways(page))])
    await page.emulateMedia({ colorScheme: "dark" })
    if (onPhone) await page.setViewportSize(phone)
    tell(`${name}, dark`, [...(await findings(page, onPhone ? everything : colours)), ...(await sideways(page))])
    await page.emulateMedia({ colorScheme: "light" })
    if (onPhone) await page.setViewportSize(desk)
  })
}
