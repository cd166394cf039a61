import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

// It is built in a folder of the same depth as this one.
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  serverExternalPackages: ["pg"],
  outputFileTracingRoot: root,
  turbopack: { root },
  typescript: { ignoreBuildErrors: true },
}
