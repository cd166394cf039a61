/** How to launch a browser on this machine: Playwright's own when it is installed, else the machine's; undefined when there is none. */
export function findChromium(playwrightsOwn: string): { executablePath?: string; args: string[] } | undefined

/** Installs Debian's Chromium when this is root on Debian; otherwise says what to run, and ends the process. */
export function installChromium(): void
