import { test as base, expect, type Page } from "@playwright/test"
import { expectNoAxeFindings } from "./look"
import { Mailbox } from "./mailbox"
import { type Close, enterAs, openLead, qualifyLead, type RoleName, setProspectsMap, signOut } from "./office"
import { type Applicant, fillRequest, someone } from "./someone"

type Fixtures = {
  /** A person and a company that no other test knows. */
  someone: () => Applicant
  /** Fills and submits the public form; gives the reference, `PRO-000042`. What is not given is somebody's. */
  submitRequest: (applicant: Partial<Applicant>) => Promise<string>
  /** Walks the road to its end: a partner's Admin, signed in on the test's page. */
  aPartner: () => Promise<Applicant>
  /** Enters the office by the demo's door, on the test's page or another. */
  enterAs: (role: RoleName, on?: Page) => Promise<void>
  signOut: () => Promise<void>
  openLead: (company: string) => Promise<void>
  qualifyLead: (company: string, options?: { close?: Close }) => Promise<void>
  /** Stops or runs the map Prospects → Leads, for the whole house; it runs again at the test's end. */
  integration: { on(): Promise<void>; off(): Promise<void> }
  mailbox: Mailbox
  /** Fails when axe finds anything on the page as it stands. */
  expectNoAxeFindings: (on?: Page) => Promise<void>
  /** A page of another browser, where somebody else is signed in. */
  elsewhere: Page
}

export const test = base.extend<Fixtures>({
  someone: async ({ baseURL: _ }, use) => use(someone),
  mailbox: async ({ baseURL: _ }, use) => use(new Mailbox(process.env.E2E_INBOX_URL ?? "http://localhost:8025")),
  enterAs: async ({ page }, use) => use((role, on = page) => enterAs(on, role)),
  signOut: async ({ page }, use) => use(() => signOut(page)),
  openLead: async ({ page }, use) => use((company) => openLead(page, company)),
  qualifyLead: async ({ page }, use) => use((company, options) => qualifyLead(page, company, options)),

  submitRequest: async ({ page }, use) =>
    use(async (applicant) => {
      await page.goto("/request")
      await fillRequest(page, { ...someone(), ...applicant })
      await page.getByRole("button", { name: "Submit request" }).click()
      await expect(page.getByRole("heading", { name: "Request submitted" })).toBeVisible()
      const reference = page.getByText(/^PRO-\d{6,}$/).first()
      return (await reference.textContent()) ?? ""
    }),

  elsewhere: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(await context.newPage())
    await context.close()
  },

  aPartner: async ({ page, submitRequest, mailbox, browser }, use) =>
    use(async () => {
      const partner = someone()
      await submitRequest(partner)
      const office = await browser.newContext()
      const desk = await office.newPage()
      await enterAs(desk, "Seller")
      await qualifyLead(desk, partner.company, { close: "Close as Won" })
      await office.close()
      const approval = await mailbox.letterTo(partner.email, "Your request to become a business partner is approved")
      await page.goto(approval.link("/set-password/"))
      await page.getByLabel("New password").fill("a long walk on the quay")
      await page.getByRole("button", { name: "Set password" }).click()
      await expect(page).toHaveURL(/\/account/)
      return partner
    }),

  integration: async ({ elsewhere }, use) => {
    let isOn = true
    const set = async (on: boolean) => {
      await enterAs(elsewhere, "Administrator")
      await setProspectsMap(elsewhere, on ? "Run" : "Stop")
      isOn = on
    }
    await use({ on: () => set(true), off: () => set(false) })
    if (!isOn) await set(true)
  },

  expectNoAxeFindings: async ({ page }, use) => use((on = page) => expectNoAxeFindings(on)),
})

export { expect }
