/** The header in which the proxy tells a page its own path; whatever a browser claims there is overwritten. */
export const pathHeader = "x-gangway-path"
