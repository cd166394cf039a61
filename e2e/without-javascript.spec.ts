import { expect, test } from "./fixtures"

test.use({ javaScriptEnabled: false })

test("without JavaScript: errors keep what was typed, the country changes the fields, the request arrives and can be withdrawn", async ({
  page,
  someone,
  mailbox,
}) => {
  const { company, email } = someone()
  await page.goto("/")
  await page.getByRole("link", { name: "Become a business partner" }).first().click()
  await expect(page.getByRole("heading", { name: "Become a business partner" })).toBeVisible()
  await page.getByLabel("First name").fill("Ana")
  await page.getByLabel("Email").fill(email)
  await page.getByLabel("Company name").fill(company)
  await page.getByRole("button", { name: "Submit request" }).click()
  await expect(page.getByRole("link", { name: "Enter your last name" })).toBeVisible()
  await expect(page.getByLabel("First name")).toHaveValue("Ana")
  await expect(page.getByLabel("Company name")).toHaveValue(company)

  await page.getByLabel("Last name").fill("Silva")
  await page.getByLabel("Country/region").selectOption({ label: "Portugal" })
  await page.getByRole("button", { name: "Update address fields" }).click()
  await expect(page.getByLabel("Last name")).toHaveValue("Silva")
  await page.getByLabel("Street", { exact: true }).fill("Rua do Porto de Pesca 114")
  await page.getByLabel("City").fill("Setúbal")
  await page.getByLabel("ZIP/postal code").fill("2900-213")
  await page.getByLabel("I agree to the terms and conditions").check()
  await page.getByRole("button", { name: "Submit request" }).click()
  await expect(page.getByRole("heading", { name: "Request submitted" })).toBeVisible()
  const number = (
    await page
      .getByText(/PRO-\d{6}/)
      .first()
      .textContent()
  )?.match(/PRO-\d{6}/)?.[0]

  const receipt = await mailbox.letterTo(email, `We received your request ${number}`)
  await page.goto(receipt.link("/request/status/"))
  await page.getByText("Withdraw this request").first().click()
  await page.getByRole("button", { name: /Withdraw/ }).click()
  await expect(page.getByText(/withdrawn/i).first()).toBeVisible()
})

test("without JavaScript: sign-in answers, and enters", async ({ page }) => {
  await page.goto("/sign-in")
  await page.getByLabel("Email").fill("nobody@nowhere.example")
  await page.getByLabel("Password").fill("not the password")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page.getByRole("alert")).toBeVisible()
  await page.getByRole("button", { name: "Enter as Seller" }).click()
  await expect(page).toHaveURL(/\/sales\/leads/)
  await expect(page.getByRole("button", { name: /Maja Lindqvist/ })).toBeVisible()
})
