import { expect, test } from "./fixtures"
import { addTask, open, toast } from "./office"

/** The number that a list says it holds, beside its name. */
const countOf = (text: string | null): number => Number((text ?? "").replace(/[^\d]/g, ""))

test("a manager sees how far the leads came, and each number leads to the list that it counts", async ({ page, enterAs }) => {
  await enterAs("Sales manager")
  await page.getByRole("link", { name: "Dashboard" }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Dashboard" })).toBeVisible()
  for (const title of ["Funnel", "Time in stage", "By week", "By month", "Sellers", "Reasons for loss", "By source", "By country"])
    await expect(page.getByRole("region", { name: title, exact: true })).toBeVisible()

  const funnel = page.getByRole("region", { name: "Funnel" })
  for (const step of ["Came in", "Taken up", "Qualified", "Won"]) {
    const number = funnel.getByRole("link", { name: new RegExp(`^${step}: `) })
    const told = countOf((await number.getAttribute("aria-label")) ?? "")
    expect(told).toBeGreaterThan(0)
    await number.click()
    await expect(page).toHaveURL(/\/sales\/(leads|opportunities)\?/)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expect(page.getByText(new RegExp(`^${told} (leads?|opportunit)`)).first()).toBeVisible()
    await page.goto("/sales/dashboard")
  }
})

test("a chart turns into its table by keyboard alone, and the period is kept in the URL", async ({ page, enterAs }) => {
  await enterAs("Sales manager")
  await page.goto("/sales/dashboard")
  const reasons = page.getByRole("region", { name: "Reasons for loss", exact: true })
  await expect(reasons.getByRole("table")).toBeHidden()
  await open(
    async () => {
      await reasons.getByRole("radio", { name: "Chart" }).focus()
      await page.keyboard.press("ArrowRight")
    },
    reasons.getByRole("table", { name: "Reasons for loss" }),
  )
  await expect(reasons.getByRole("row", { name: /Cannot Contact Leads \d+/ })).toBeVisible()

  await page.getByLabel("Period").selectOption("Last 52 weeks")
  await expect(page).toHaveURL(/weeks=52/)
  await expect(page.getByText(/^\d+ \w+ 20\d\d to \d+ \w+ 20\d\d$/)).toBeVisible()
})

test("a manager looks at one seller's numbers and comes back to everybody's", async ({ page, enterAs }) => {
  await enterAs("Sales manager")
  await page.goto("/sales/dashboard")
  await page.getByRole("region", { name: "Sellers" }).getByRole("link", { name: "Maja Lindqvist" }).click()
  await expect(page).toHaveURL(/of=[0-9a-f-]{36}/)
  await expect(page.getByRole("region", { name: "Funnel" })).toBeVisible()
  await expect(page.getByRole("region", { name: "Sellers" })).toHaveCount(0)
  await page.getByLabel("Of", { exact: true }).selectOption("Everybody")
  await expect(page.getByRole("region", { name: "Sellers" })).toBeVisible()
})

test("a seller's day: what came in stands there, and a lead that is taken joins the queue", async ({
  page,
  enterAs,
  someone,
  submitRequest,
}) => {
  const applicant = someone()
  await submitRequest(applicant)
  await enterAs("Seller")
  await page.goto("/sales/dashboard")
  for (const title of ["My queue", "Came in", "My tasks", "My open opportunities"])
    await expect(page.getByRole("region", { name: title, exact: true })).toBeVisible()
  await expect(page.getByRole("region", { name: "Sellers" })).toHaveCount(0)
  await expect(page.getByLabel("Of", { exact: true })).toHaveCount(0)
  const queue = page.getByRole("link", { name: /^In my queue: / })
  const before = countOf(await queue.getAttribute("aria-label"))

  await page.getByRole("region", { name: "Came in", exact: true }).getByRole("link", { name: applicant.company }).click()
  await page.getByRole("button", { name: "Assign", exact: true }).first().click()
  const dialog = page.getByRole("dialog", { name: "Assign" })
  await dialog.getByRole("button", { name: "Assign", exact: true }).click()
  await expect(dialog).toBeHidden()

  await page.goto("/sales/dashboard")
  await expect(page.getByRole("link", { name: `In my queue: ${before + 1}` })).toBeVisible()
})

test("a task stands in the list of tasks by when it is due, and is completed there and opened again", async ({
  page,
  enterAs,
  someone,
  submitRequest,
  openLead,
  expectNoAxeFindings,
}) => {
  const { company, email } = someone()
  await submitRequest({ company, email })
  await enterAs("Seller")
  await openLead(company)
  await addTask(page, { subject: `Call ${company}`, due: "2020-03-12" })

  await page.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Tasks", exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: "Tasks" })).toBeVisible()
  const row = page
    .getByRole("table", { name: "Late" })
    .getByRole("row")
    .filter({ hasText: `Call ${company}` })
  await expect(row.getByRole("link", { name: company, exact: true })).toBeVisible()
  await expectNoAxeFindings()
  for (const width of [390, 1024, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect(row.getByRole("button", { name: `Complete Call ${company}` })).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
  await row.getByRole("button", { name: `Complete Call ${company}` }).click()
  await expect(row).toHaveCount(0)
  await toast(page, "Task completed").getByRole("button", { name: "Undo" }).click()
  await expect(row).toBeVisible()
  await row.getByRole("link", { name: `Call ${company}`, exact: true }).click()
  await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible()
})

test("a Commerce manager has no dashboard of Sales", async ({ page, enterAs }) => {
  await enterAs("Commerce manager")
  const areas = page.getByRole("navigation", { name: "Areas" })
  await expect(areas.getByRole("link", { name: "Prospects" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Dashboard" })).toHaveCount(0)
  await page.goto("/sales/dashboard")
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  await expect(page.getByRole("heading", { name: "Dashboard" })).toHaveCount(0)
})

test("both dashboards are free of findings, as charts and as tables, light and dark, at three widths", async ({
  page,
  enterAs,
  expectNoAxeFindings,
}) => {
  test.slow()
  for (const [role, scheme, width] of [
    ["Sales manager", "light", 1440],
    ["Sales manager", "dark", 390],
    ["Seller", "dark", 1440],
    ["Seller", "light", 1024],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    await enterAs(role)
    await page.goto("/sales/dashboard")
    await expect(page.getByRole("region", { name: "Funnel" })).toBeVisible()
    await expectNoAxeFindings()
    for (const radio of await page.getByRole("radio", { name: "Table" }).all()) await radio.check()
    await expectNoAxeFindings()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  }
})
