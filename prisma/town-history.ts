import type { LeadSource } from "./generated/enums"

type Owner = "Maja" | "Tomás" | "Priya"

/** What became of a company that asked months ago, after how many days. */
export type Outcome =
  | { fate: "won" | "approved"; after: number }
  | { fate: "lost"; after: number; reason: "out_sold" | "canceled"; competitor: string | null }
  | { fate: "disqualified"; after: number; reason: "lost" | "cannot_contact" | "no_longer_interested" | "canceled" }
  | { fate: "rejected" | "withdrawn"; after: number }
  | { fate: "open"; stage: "develop" | "propose" | "close"; after: number }

export type FormerAsker = {
  firstName: string
  lastName: string
  companyName: string
  domain: string
  country: string
  city: string
  postalCode: string | null
  street: string
  daysAgo: number
  owner: Owner
  rating: "hot" | "warm" | "cold"
  source: LeadSource
  outcome: Outcome
}

// Who asked, for which company, from where.
const askers = `
Inês|Carvalho|Cordoaria do Tejo, Lda.|PT|Lisboa|1100-148|Rua da Alfândega 88
Rui|Meneses|Velas do Algarve, S.A.|PT|Portimão|8500-543|Avenida Guanaré 12
Filipa|Antunes|Náutica do Mondego, Lda.|PT|Figueira da Foz|3080-168|Rua da República 31
Duarte|Pestana|Estaleiro da Madeira, S.A.|PT|Funchal|9004-518|Avenida do Mar 7
Katharina|Brandt|Brandt Tauwerk GmbH|DE|Hamburg|20457|Am Sandtorkai 30
Henning|Petersen|Petersen Bootsausrüstung KG|DE|Flensburg|24937|Schiffbrücke 18
Sabine|Köhler|Köhler Segel und Beschläge e.K.|DE|Rostock|18055|Am Strande 3
Ulrike|Jansen|Jansen Hafentechnik GmbH|DE|Bremerhaven|27568|Borriesstraße 46
Thomas|Voß|Bodensee Yachtservice GmbH|DE|Konstanz|78462|Hafenstraße 6
Mareike|Lorenzen|Sylter Bootshaus GmbH|DE|Hörnum|25997|Hafenstraße 1
Camille|Le Goff|Voilerie du Ponant SARL|FR|Brest|29200|Quai de la Douane 14
Julien|Marchetti|Accastillage Phocéen SAS|FR|Marseille|13002|Quai du Port 60
Élodie|Guérin|Atelier Naval Rochelais SARL|FR|La Rochelle|17000|Quai Valin 22
Benoît|Lefèvre|Corderie de Honfleur SAS|FR|Honfleur|14600|Quai Sainte-Catherine 9
Sanne|de Vries|De Vries Touw B.V.|NL|Urk|8321 MJ|Burgemeester Schipperkade 2
Bram|Hoekstra|Hoekstra Watersport B.V.|NL|Sneek|8601 EK|Oosterkade 15
Femke|Bakker|Zeeuwse Scheepsbenodigdheden B.V.|NL|Vlissingen|4381 BK|Nieuwendijk 41
Wout|Claes|Claes Maritime BV|BE|Antwerpen|2000|Nassaustraat 12
Lotte|Vermeulen|Vermeulen Zeilmakerij BV|BE|Oostende|8400|Vindictivelaan 5
Aoife|Brennan|Brennan Marine Supplies Ltd|IE|Galway|H91 E2K3|New Dock Street 3
Cian|O’Driscoll|Baltimore Boatyard Ltd|IE|Skibbereen|P81 X662|Pier Road 1
Harriet|Ashdown|Ashdown & Sons Chandlers Ltd|GB|Southampton|SO14 3TL|12 Ocean Way
Callum|Fraser|Fraser Rope Works Ltd|GB|Leith|EH6 6QU|41 The Shore
Gwen|Pritchard|Pritchard Boat Fittings Ltd|GB|Caernarfon|LL55 1SR|Slate Quay 4
Oliver|Penhaligon|Penhaligon Sails|GB|Falmouth|TR11 3XH|9 Custom House Quay
Ingeborg|Solheim|Solheim Skipsutstyr AS|NO|Ålesund|6002|Skansekaia 11
Lars|Tveit|Tveit Båtservice AS|NO|Stavanger|4006|Strandkaien 28
Marit|Evensen|Nordkapp Fiskeutstyr AS|NO|Honningsvåg|9750|Sjøgata 4
Anders|Ekström|Ekströms Marin AB|SE|Göteborg|414 51|Fiskhamnsgatan 8
Elin|Sandberg|Sandbergs Segelmakeri AB|SE|Karlskrona|371 32|Skeppsbrokajen 10
Johan|Nyqvist|Skärgårdens Båttillbehör AB|SE|Norrtälje|761 30|Hamnvägen 6
Mette|Kjeldsen|Kjeldsen Skibsproviant A/S|DK|Aalborg|9000|Toldbod Plads 1
Jens|Thorup|Thorup Rebslageri ApS|DK|Svendborg|5700|Jessens Mole 13
Kaisa|Lindholm|Lindholm Marine Oy|FI|Turku|20100|Linnankatu 72
Petri|Saarinen|Saimaan Venetarvike Oy|FI|Lappeenranta|53900|Satamatie 5
Tomasz|Zieliński|Zieliński Żagle Sp. z o.o.|PL|Gdańsk|80-838|Długie Pobrzeże 14
Magdalena|Wójcik|Mazurska Szkutnia S.A.|PL|Giżycko|11-500|ul. Nadbrzeżna 2
Paweł|Nowicki|Nowicki Okucia Jachtowe|PL|Szczecin|70-656|ul. Energetyków 6
Carla|Ferretti|Ferretti Cordami S.r.l.|IT|Genova|16126|Calata Mandraccio 3
Davide|Esposito|Nautica Partenopea S.r.l.|IT|Napoli|80133|Via Cristoforo Colombo 45
Giulia|Zanon|Veleria Lagunare S.n.c.|IT|Venezia|30133|Giudecca 212
Paolo|Deiana|Cantiere Deiana S.r.l.|IT|Cagliari|09123|Via Roma 193
Marta|Rius|Nàutica Rius, S.L.|ES|Barcelona|08039|Moll de Mestral 28
Iker|Goikoetxea|Astilleros Goikoetxea, S.A.|ES|Pasaia|20110|Donibane Kalea 17
Antonio|Ruiz Salas|Efectos Navales del Estrecho, S.L.|ES|Algeciras|11201|Avenida Virgen del Carmen 5
Xoán|Castro|Redes das Rías, S.L.|ES|Vigo|36202|Rúa Cánovas del Castillo 10
Nikos|Stavrou|Stavrou Marine Supplies O.E.|GR|Volos|382 21|Argonafton 33
Despina|Kouri|Kouri Yachting E.P.E.|GR|Rhodes|851 00|Mandraki 2
Ivan|Radić|Radić Brodska Oprema d.o.o.|HR|Split|21000|Obala Lazareta 4
Ana|Babić|Jadranska Užarija d.o.o.|HR|Rijeka|51000|Riva 16
Deniz|Aksoy|Aksoy Yelken Sanayi A.Ş.|TR|Bodrum|48400|Neyzen Tevfik Caddesi 58
Selin|Yıldız|Yıldız Gemi Malzemeleri Ltd. Şti.|TR|Istanbul|34425|Kemankeş Caddesi 21
Michael|Torres|Torres Dock & Rope LLC|US|San Diego|92101|1220 Harbor Drive
Rebecca|Lindgren|Great Lakes Rigging Co.|US|Duluth|55802|320 Canal Park Drive
Darnell|Whitfield|Chesapeake Marine Hardware, Inc.|US|Annapolis|21401|87 Dock Street
Susan|Okafor|Gulf Coast Line & Anchor LLC|US|Mobile|36602|15 Water Street
Étienne|Gagnon|Cordages Gaspésiens inc.|CA|Gaspé|G4X 1S5|2 rue de la Marina
Laura|MacIsaac|MacIsaac Marine Ltd.|CA|Halifax|B3J 1S9|1869 Upper Water Street
Thiago|Moreira|Cabos e Velas do Sul Ltda.|BR|Florianópolis|88010-001|Avenida Beira-Mar 400
Valentina|Rojas|Aparejos del Sur SpA|CL|Valparaíso|2340000|Avenida Errázuriz 755
Wiremu|Parata|Parata Boat Supplies Ltd|NZ|Nelson|7010|8 Vickerman Street
Emily|Hargreaves|Hargreaves Ship Chandlery Pty Ltd|AU|Fremantle|6160|24 Mews Road
Jack|Brodie|Tasman Rope Traders Pty Ltd|AU|Hobart|7000|3 Franklin Wharf
Kenji|Morita|Morita Ship Stores K.K.|JP|Kobe|650-0042|5 Hatoba-cho
Ji-woo|Han|Hanbada Marine Co., Ltd.|KR|Busan|48939|27 Junggu-ro
Arjun|Pillai|Malabar Marine Stores Pvt. Ltd.|IN|Kochi|682001|Calvathy Road 9
Nadia|Benali|Benali Équipements Maritimes SARL|MA|Casablanca|20250|Boulevard des Almohades 44
Thandi|Nkosi|Nkosi Harbour Supplies (Pty) Ltd|ZA|Durban|4001|18 Bayhead Road
Andrius|Kazlauskas|Kazlausko Burės UAB|LT|Klaipėda|92244|Danės gatvė 5
Kristjan|Tamm|Tamme Köied OÜ|EE|Pärnu|80010|Lootsi 6
Zoltán|Farkas|Balatoni Vitorla Kft.|HU|Balatonfüred|8230|Zákonyi utca 3
Ramón|Ortega|Cabuyería del Plata S.R.L.|AR|Mar del Plata|B7600|Avenida Martínez de Hoz 1450
`

const sources: LeadSource[] = ["web", "web", "trade_show", "web", "partner", "web", "external_referral", "web", "word_of_mouth", "seminar"]
const owners: Owner[] = ["Maja", "Tomás", "Maja", "Tomás", "Priya", "Tomás", "Maja"]
const ratings = ["warm", "hot", "cold", "warm"] as const

const outcomes: Outcome[] = [
  { fate: "won", after: 6 },
  { fate: "disqualified", after: 9, reason: "cannot_contact" },
  { fate: "won", after: 11 },
  { fate: "lost", after: 14, reason: "out_sold", competitor: "Biscay Rope Co." },
  { fate: "disqualified", after: 3, reason: "lost" },
  { fate: "won", after: 4 },
  { fate: "approved", after: 2 },
  { fate: "disqualified", after: 12, reason: "no_longer_interested" },
  { fate: "won", after: 17 },
  { fate: "rejected", after: 5 },
  { fate: "lost", after: 21, reason: "canceled", competitor: null },
  { fate: "won", after: 8 },
  { fate: "disqualified", after: 6, reason: "cannot_contact" },
  { fate: "won", after: 13 },
  { fate: "withdrawn", after: 2 },
  { fate: "disqualified", after: 1, reason: "canceled" },
  { fate: "lost", after: 9, reason: "out_sold", competitor: "Nordic Chandlery Group" },
]

/** The last who asked are still being worked on. */
const stillOpen: Outcome[] = [
  { fate: "open", stage: "propose", after: 9 },
  { fate: "open", stage: "close", after: 15 },
  { fate: "open", stage: "develop", after: 4 },
  { fate: "open", stage: "propose", after: 12 },
]

const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9 ]/g, "")
    .trim()

const nth = <One>(all: readonly One[], at: number): One => all[at % all.length] as One

/** Eleven months of those who asked before, ever more of them, with what became of them. */
export const formerAskers: FormerAsker[] = askers
  .trim()
  .split("\n")
  .map((line, at, all) => {
    const [firstName = "", lastName = "", companyName = "", country = "", city = "", postalCode = "", street = ""] = line.split("|")
    // Countries are mixed over time: 29 and 72 have no divisor in common, so each place is taken once.
    const fromLast = (at * 29) % all.length
    return {
      firstName,
      lastName,
      companyName,
      country,
      city,
      postalCode: postalCode || null,
      street,
      domain: `${
        folded(companyName)
          .match(/[a-z0-9]+/g)
          ?.slice(0, 2)
          .join("-") ?? "company"
      }.example`,
      daysAgo: Math.round(22 + 318 * (fromLast / all.length) ** 1.35) + (at % 3) * 0.29,
      owner: nth(owners, at),
      rating: nth(ratings, at),
      source: nth(sources, at * 3),
      outcome: fromLast < stillOpen.length ? nth(stillOpen, fromLast) : nth(outcomes, at * 5),
    }
  })
