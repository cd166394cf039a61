import { countryName } from "./countries"

/** How the tax IDs of a country look and which checks of stdnum know them, by its names; one of the checks has to pass. */
export type TaxIdForm = {
  /** What the country calls it. */
  name: string
  /** With article and adjective: "A Portuguese NIF". */
  one: string
  /** What it consists of: "9 digits". */
  looks: string
  /** Its possible numbers of digits, where it has nothing but digits. */
  digits?: number[]
  checks: string[]
  /** Letters that stand before the number in trade inside the EU; stored with it. */
  prefix?: string
  /** Told to the person who fills the form. */
  tip?: string
  /** What to say when the number of digits is right and the check fails. */
  slip?: string
}

type More = Pick<TaxIdForm, "digits" | "prefix" | "tip" | "slip">

function form(name: string, one: string, looks: string, checks: string, more: More = {}): TaxIdForm {
  return { name, one, looks, checks: checks.split(" "), ...more }
}

/** "9", "9 or 11", "8, 9 or 10". */
export function listed(counts: number[]): string {
  return counts.length < 2 ? counts.join() : `${counts.slice(0, -1).join(", ")} or ${counts.at(-1)}`
}

/** A form of digits alone, checked for their number. */
function digits(name: string, one: string, count: number | number[], checks: string, more: More = {}): TaxIdForm {
  const counts = [count].flat()
  return form(name, one, `${listed(counts)} digits`, checks, { digits: counts, ...more })
}

const checkDigits = "The check digits do not fit"

/** The letters of EU trade, which may be left out. */
function eu(prefix: string): More {
  return { prefix, tip: `${prefix} in front is fine.` }
}

export const taxIdForms: Record<string, TaxIdForm> = {
  AD: form("NRT", "An Andorran NRT", "a letter, 6 digits and a letter", "nrt"),
  AL: form("NIPT", "An Albanian NIPT", "a letter, 8 digits and a letter", "nipt"),
  AR: digits("CUIT", "An Argentine CUIT", 11, "cuit"),
  AT: form("UID", "An Austrian UID", "ATU and 8 digits", "uid", { prefix: "AT" }),
  AU: digits("ABN", "An Australian ABN", [11, 9], "abn acn", { tip: "An ACN has 9.", slip: checkDigits }),
  BE: digits("Enterprise number", "A Belgian enterprise number", 10, "vat", { ...eu("BE"), slip: checkDigits }),
  BG: digits("VAT number", "A Bulgarian VAT number", [9, 10], "vat", eu("BG")),
  BR: form("CNPJ", "A Brazilian CNPJ", "14 digits or letters", "cnpj"),
  BY: digits("UNP", "A Belarusian UNP", 9, "unp"),
  CA: form("Business Number", "A Canadian Business Number", "9 digits, with RT0001 or the like after them if you have it", "bn gst"),
  CH: form("UID", "A Swiss UID", "CHE and 9 digits", "uid vat", { tip: "MWST, TVA or IVA after it is fine." }),
  CL: form("RUT", "A Chilean RUT", "8 or 9 digits, the last may be K", "rut"),
  CN: form("USCC", "A Chinese USCC", "18 digits and letters", "uscc"),
  CO: form("NIT", "A Colombian NIT", "9 digits and a check digit", "nit"),
  CR: digits("CPJ", "A Costa Rican CPJ", 10, "cpj"),
  CY: form("VAT number", "A Cypriot VAT number", "8 digits and a letter", "vat", eu("CY")),
  CZ: digits("DIČ", "A Czech DIČ", [8, 9, 10], "dic ico", eu("CZ")),
  DE: form("USt-IdNr.", "A German USt-IdNr.", "9 digits", "vat stnr", {
    digits: [9],
    prefix: "DE",
    tip: "DE in front and a Steuernummer are fine.",
  }),
  DK: digits("CVR", "A Danish CVR number", 8, "cvr", eu("DK")),
  DO: digits("RNC", "A Dominican RNC", 9, "rnc"),
  EC: digits("RUC", "An Ecuadorian RUC", 13, "ruc"),
  EE: digits("KMKR or registrikood", "An Estonian KMKR or registrikood", [8, 9], "kmkr registrikood", eu("EE")),
  EG: digits("Tax registration number", "An Egyptian tax registration number", 9, "tn"),
  ES: form("NIF", "A Spanish NIF", "9 letters and digits, for example B58378431", "nif", eu("ES")),
  FI: digits("Y-tunnus", "A Finnish Y-tunnus", 8, "ytunnus alv", eu("FI")),
  FO: digits("V-tal", "A Faroese V-tal", 6, "vn"),
  FR: form("SIREN or TVA number", "A French TVA number", "FR and 11 characters", "tva siren siret", {
    prefix: "FR",
    tip: "A SIREN has 9 digits.",
  }),
  GB: form("VAT number", "A British VAT number", "9 digits", "vat utr", { digits: [9], tip: "GB in front is fine." }),
  GR: digits("AFM (ΑΦΜ)", "A Greek AFM", 9, "vat", eu("EL")),
  GT: form("NIT", "A Guatemalan NIT", "up to 12 digits, the last may be K", "nit"),
  HR: digits("OIB", "A Croatian OIB", 11, "oib", eu("HR")),
  HU: digits("Adószám", "A Hungarian adószám", [8, 11], "anum", eu("HU")),
  ID: form("NPWP", "An Indonesian NPWP", "15 or 16 digits", "npwp"),
  IE: form("VAT number", "An Irish VAT number", "7 digits and 1 or 2 letters", "vat", eu("IE")),
  IL: digits("Company number", "An Israeli company number", 9, "hp idnr"),
  IN: form("GSTIN", "An Indian GSTIN", "15 letters and digits", "gstin pan", { tip: "A PAN is fine." }),
  IS: form("VSK or kennitala", "An Icelandic VSK number", "5 or 6 digits", "vsk kennitala", { tip: "A kennitala has 10." }),
  IT: digits("Partita IVA", "An Italian partita IVA", 11, "iva", eu("IT")),
  JP: digits("Corporate Number", "A Japanese Corporate Number", 13, "cn", {
    tip: "T in front is fine.",
    slip: "The first digit does not fit",
  }),
  KR: digits("Business registration number", "A Korean business registration number", 10, "brn"),
  LI: form("PEID", "A Liechtenstein PEID", "up to 12 digits", "peid"),
  LT: digits("PVM code", "A Lithuanian PVM code", [9, 12], "pvm", eu("LT")),
  LU: digits("TVA number", "A Luxembourg TVA number", 8, "tva", { ...eu("LU"), slip: checkDigits }),
  LV: digits("PVN number", "A Latvian PVN number", 11, "pvn", eu("LV")),
  MA: digits("ICE", "A Moroccan ICE", [15, 9], "ice ice9"),
  MC: form("TVA number", "A Monégasque TVA number", "FR and 11 digits", "tva"),
  MD: digits("IDNO", "A Moldovan IDNO", 13, "idno"),
  ME: digits("PIB", "A Montenegrin PIB", 8, "pib"),
  MK: digits("EDB", "A North Macedonian EDB", 13, "edb"),
  MT: digits("VAT number", "A Maltese VAT number", 8, "vat", eu("MT")),
  MX: form("RFC", "A Mexican RFC", "12 or 13 letters and digits", "rfc"),
  NL: form("Btw-nummer", "A Dutch btw-nummer", "9 digits, B and 2 digits", "btw", eu("NL")),
  NO: form("Organisasjonsnummer", "A Norwegian organisasjonsnummer", "9 digits", "orgnr mva", {
    digits: [9],
    tip: "MVA after it is fine.",
  }),
  NZ: digits("IRD number", "A New Zealand IRD number", [8, 9], "ird"),
  PE: digits("RUC", "A Peruvian RUC", 11, "ruc"),
  PL: digits("NIP", "A Polish NIP", 10, "nip", eu("PL")),
  PT: digits("NIF", "A Portuguese NIF", 9, "nif", eu("PT")),
  PY: form("RUC", "A Paraguayan RUC", "up to 8 digits and a check digit", "ruc"),
  RO: form("CUI", "A Romanian CUI", "2 to 10 digits", "cui cif", { prefix: "RO", tip: "RO in front is fine." }),
  RS: digits("PIB", "A Serbian PIB", 9, "pib"),
  RU: digits("INN", "A Russian INN", [10, 12], "inn"),
  SE: digits("Organisationsnummer", "A Swedish organisationsnummer", [10, 12], "orgnr vat", {
    tip: "A VAT number, SE and 12 digits, is fine.",
  }),
  SG: form("UEN", "A Singaporean UEN", "9 or 10 letters and digits", "uen"),
  SI: digits("ID za DDV", "A Slovenian ID za DDV", 8, "ddv", eu("SI")),
  SK: digits("IČ DPH", "A Slovak IČ DPH", 10, "dph", eu("SK")),
  SM: form("COE", "A San Marino COE", "up to 5 digits", "coe"),
  SV: digits("NIT", "A Salvadoran NIT", 14, "nit"),
  TH: digits("Tax ID", "A Thai tax ID", 13, "tin"),
  TN: form("Matricule fiscal", "A Tunisian matricule fiscal", "7 digits, letters and 3 digits", "mf"),
  TR: digits("VKN", "A Turkish VKN", [10, 11], "vkn tckimlik"),
  TW: digits("UBN", "A Taiwanese UBN", 8, "ubn"),
  UA: digits("EDRPOU", "A Ukrainian EDRPOU", [8, 10], "edrpou rntrc"),
  US: digits("EIN", "A US EIN", 9, "ein", { slip: "The first two digits do not fit" }),
  UY: digits("RUT", "A Uruguayan RUT", 12, "rut"),
  VE: form("RIF", "A Venezuelan RIF", "a letter and 9 digits", "rif"),
  VN: digits("MST", "A Vietnamese MST", [10, 13], "mst"),
  ZA: digits("VAT or tax number", "A South African VAT or tax number", 10, "vat tin"),
}

/** What a tax ID of this country is called and looks like, as a hint; a general one before a country is chosen. */
export function taxIdHint(country: string): string {
  const form = taxIdForms[country]
  if (!form) return "VAT number, EIN, GSTIN or the like."
  return [`${countryName(country)}: ${form.name}, ${form.looks}.`, form.tip].filter((part) => part !== undefined).join(" ")
}
