/** The version of the terms that an applicant agrees to; kept with the request, so that the text can change later. */
export const termsVersion = "2026-11-22"
