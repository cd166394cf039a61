/** Whether the build at hand was made of the sources as they are now. */
export function isBuilt(): boolean
/** Whether Prisma's client at hand was generated from the schema as it is now. */
export function isGenerated(): boolean
