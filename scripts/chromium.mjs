import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

/** Debian's Chromium, and where others put theirs. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

// What a browser does of its own accord on the network is noise to a test; and root has no sandbox.
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** Playwright's own browser when it is installed, else the machine's. */
export function findChromium(playwrightsOwn) {
  const args = process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet
  const given = process.env.CHROMIUM
  if (given) return { executablePath: given, args }
  if (existsSync(playwrightsOwn)) return { args }
  const executablePath = places.find((place) => existsSync(place))
  return executablePath ? { executablePath, args } : undefined
}

/** Installs Debian's Chromium when this is root on Debian; otherwise says what to run, and ends. */
export function installChromium() {
  const isDebian = existsSync("/etc/debian_version") && process.getuid?.() === 0
  const apt = (...args) =>
    spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } })
      .status === 0
  if (isDebian) {
    console.log("Installing Chromium (once) …")
    if (apt("update") && apt("install", "-y", "--no-install-recommends", "chromium", "fonts-liberation")) return
  }
  console.error("The browser tests need a browser. Run: npx playwright install --with-deps chromium")
  process.exit(1)
}
