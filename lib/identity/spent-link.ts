import { AppError } from "@/lib/platform/errors"

/** What somebody is told whose link was used up or ran out while its page was open. */
export const spentLink = () => new AppError("not_found", "This link does not work any more: it was used, or it is out of date.")
