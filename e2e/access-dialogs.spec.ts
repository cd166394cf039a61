import type { Locator, Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { glanceAt } from "./look"
import { open, type RoleName } from "./office"
import { firstOf, hellenic, hellenicCustomer, reach, tickedIn, twoOf, type Way } from "./reach"

/** What a command asks before it acts: the button's name where the dialog bears the same, else both. */
type Command = string | { press: string; opens: string }
type Asked = [at: Way, ...commands: Command[]]

const where = (list: string, filter: unknown) => `${list}f=${encodeURIComponent(JSON.stringify(filter))}`
const toHellenic = firstOf(hellenic)

const aMemberTicked: Way = async (page) => {
  await reach(page, toHellenic)
  await page.getByRole("checkbox", { name: "Select Dimitris Ioannou" }).check()
}

const anOutletSelected: Way = async (page) => {
  await reach(page, toHellenic)
  await page.getByRole("treeitem").nth(1).click()
}

const asked: Record<RoleName, readonly Asked[]> = {
  Seller: [
    ["/sales/leads?sort=company", "Columns", "Filter", "New lead", { press: "Save as", opens: "Save as a new view" }],
    [firstOf("/sales/leads?view=my-open"), "Qualify", "Disqualify", "Assign", "Merge", "Pause timers", "Add stakeholder"],
    [firstOf("/sales/opportunities?view=my-open"), "Close as Won", "Close as Lost", "Assign", "Add competitor", "Move to Propose"],
    ["/sales/accounts", "New account"],
    [firstOf("/sales/accounts?q=Hellenic+Ropeworks+S.A."), "New opportunity", "New contact"],
  ],
  "Sales manager": [
    [tickedIn("/sales/leads?view=open"), "Assign", "Route by rules", "Rate", "Qualify", "Disqualify", "Ask"],
    [firstOf(where("/sales/leads?view=closed&", ["status", "is", "cannot_contact"])), "Reactivate"],
    [firstOf("/sales/opportunities?view=won"), "Reopen"],
    [firstOf("/sales/accounts"), "Assign", "Merge"],
    [twoOf("/sales/leads?view=open"), { press: "Show the email", opens: "Email to the applicant" }],
  ],
  "Commerce manager": [
    [firstOf(where("/commerce/prospects?", ["status", "is", "pending"])), "Approve", "Reject", "Assign"],
    [tickedIn(where("/commerce/prospects?", ["status", "is", "pending"])), "Approve", "Reject", "Assign"],
    ["/commerce/customers", "New customer"],
    [tickedIn("/commerce/customers"), "Set terms"],
    [firstOf(hellenicCustomer), "Add address", "Add email or phone", "Add number"],
    [firstOf("/commerce/credit?q=Hellenic+Ropeworks+S.A."), "Set credit limit", "Spending limits", "Plan review"],
    [toHellenic, "Add", "Override", "Edit", "Change policy", "Change channels", "Add outlet"],
    [aMemberTicked, "Disable", "Change role", "Change outlet", "Remove"],
    [anOutletSelected, "Move"],
  ],
  Administrator: [
    ["/settings/staff", "Invite", "Change role", "Disable"],
    ["/settings/credit", "Add threshold"],
    ["/settings/api-keys", "Add API key"],
    ["/settings/channels", "Add channel", "Edit"],
    ["/settings/lead-scoring", "Add rule"],
    ["/settings/assignment-rules", "Add rule"],
    ["/settings/policies", "Add rule"],
    ["/settings/prospect-policies", "Add rule"],
    ["/settings/business-hours", "Add business hours"],
    ["/settings/timers", "Add target"],
    ["/settings/working-hours", "Set hours", "Add absence"],
    ["/settings/templates", "Add a template"],
    ["/settings/email/profiles", "Add a profile"],
    ["/settings/customer-lists", "Add a code"],
    ["/settings/integration", "Stop"],
    ["/settings/checklist", { press: "Add a step to Close", opens: "Add step" }],
  ],
}

/** Leaves by Escape; a list that is open in a field takes the first. */
async function leave(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Escape")
    await expect(shown).toBeHidden({ timeout: 500 })
  }).toPass({ timeout: 10_000 })
}

async function askEach(page: Page, commands: readonly Command[]): Promise<void> {
  const place = new URL(page.url()).pathname
  for (const command of commands) {
    const { press, opens } = typeof command === "string" ? { press: command, opens: command } : command
    const button = page.getByRole("button", { name: press, exact: true }).first()
    const dialog = page.getByRole("dialog", { name: opens, exact: true })
    await open(() => button.click({ timeout: 1000 }), dialog)
    await glanceAt(page, `${opens} on ${place}`)
    await leave(page, dialog)
  }
}

test.describe("axe finds nothing in light and in dark", () => {
  test.setTimeout(600_000)

  // Two are asked at a time, since looking keeps a browser busier than the house.
  for (const [here, there] of [
    ["Seller", "Sales manager"],
    ["Commerce manager", "Administrator"],
  ] as const) {
    test(`in what commands ask of ${here} and ${there}`, async ({ page, elsewhere, enterAs }) => {
      const walk = async (role: RoleName, on: Page) => {
        await enterAs(role, on)
        for (const [at, ...commands] of asked[role]) {
          await reach(on, at)
          await askEach(on, commands)
        }
      }
      await Promise.all([walk(here, page), walk(there, elsewhere)])
    })
  }

  test("in what commands ask of a partner's Admin", async ({ page, aPartner }) => {
    await aPartner()
    await page.goto("/account/credit")
    await askEach(page, ["Ask for credit"])
    await page.goto("/account/users")
    await askEach(page, ["Add a user", "Edit"])
  })

  test("in menus, the bell, the palette, the list of keys and a preview", async ({ page, enterAs }) => {
    await enterAs("Sales manager")
    await page.goto("/sales/leads")
    const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true })
    const menus: [name: string, press: Locator, shows: Locator][] = [
      ["the views", page.getByRole("heading", { level: 1 }).getByRole("button"), button("Save as a new view")],
      ["Export", button("Export"), button("Excel")],
      ["one's own menu", page.getByRole("banner").getByRole("button", { name: /Sales manager$/ }), button("Change time zone")],
      ["the bell", button("Notifications"), page.getByRole("heading", { name: "Notifications" })],
      ["the palette", button("Commands"), page.getByRole("dialog", { name: "Commands" })],
    ]
    for (const [name, press, shows] of menus) {
      await open(() => press.click({ timeout: 1000 }), shows)
      await glanceAt(page, name, { onPhone: false })
      await leave(page, shows)
    }
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" })
    await open(() => page.keyboard.press("?"), keys)
    await glanceAt(page, "the list of keys")
    await leave(page, keys)
    const preview = page.getByRole("complementary", { name: /^Preview of/ })
    await open(async () => {
      await page.keyboard.press("j")
      await page.keyboard.press("Space")
    }, preview)
    await glanceAt(page, "a preview")
  })
})
