/** Where a browser says its time zone, for the moment of sign-in. */
export const zoneCookie = "gangway.zone"
