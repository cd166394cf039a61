export { type Country, countryName, isCountryCode, listCountries } from "@/lib/platform/countries"
