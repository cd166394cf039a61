/** Without one of its own, this app would take the product's, which wants a gate before it. */
export function register() {}
