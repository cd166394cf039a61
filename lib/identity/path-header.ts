/** The header in which `scripts/gate.mjs` tells a page its own path; whatever a browser claims there is overwritten. */
export const pathHeader = "x-gangway-path"
