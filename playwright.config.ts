import { chromium, defineConfig } from "@playwright/test"
import { findChromium } from "./scripts/chromium.mjs"

/**
 * The house under test is started by e2e/house.ts on free ports. To test one that runs already (`npm run dev`, say), name
 * it: E2E_URL=http://localhost:3000 E2E_INBOX_URL=http://localhost:8025 npm run e2e
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/house.ts",
  outputDir: "test-results",
  reporter: process.env.CI ? "line" : "list",
  // One at a time: a test may stop a map for the whole house, and the machine also runs the house.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  // Generous, for a machine that has much else to do: whatever is as it should be waits for nothing.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.E2E_URL,
    browserName: "chromium",
    launchOptions: findChromium(chromium.executablePath()),
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    // Nothing is looked at or pressed while it still moves.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "off",
  },
})
