import type { Request } from "./makers"

/** How far the demo has taken a request. */
export type Fate = "new" | "contacted" | "qualified" | "won" | "lost" | "disqualified" | "rejected" | "approved" | "withdrawn"

/** One company of the demo's small believable town: who asked, from where, how many days ago, and what became of it. */
export type Townsfolk = Pick<
  Request,
  "firstName" | "lastName" | "companyName" | "country" | "street" | "city" | "postalCode" | "stateProvince" | "phone" | "taxId" | "comments"
> & {
  domain: string
  daysAgo: number
  owner: "Maja" | "Tomás" | null
  rating: "hot" | "warm" | "cold"
  isConfirmed: boolean
  fate: Fate
  /** The storefront at whose form it asked; the default's without one. */
  at?: "outlet"
}

const line = (
  [firstName, lastName]: [string, string],
  [companyName, domain]: [string, string],
  [country, street, city, postalCode, stateProvince]: [string, string, string, string | null, (string | null)?],
  rest: Pick<Townsfolk, "daysAgo" | "owner" | "rating" | "fate"> &
    Partial<Pick<Townsfolk, "phone" | "taxId" | "comments" | "isConfirmed" | "at">>,
): Townsfolk => ({
  firstName,
  lastName,
  companyName,
  domain,
  country,
  street,
  city,
  postalCode,
  stateProvince: stateProvince ?? null,
  phone: null,
  taxId: null,
  comments: null,
  isConfirmed: true,
  ...rest,
})

export const town: Townsfolk[] = [
  line(
    ["Teresa", "Vasconcelos e Sá"],
    ["Fundição Naval de Matosinhos, S.A.", "fundicaonaval.example"],
    ["PT", "Rua Brito Capelo 1020", "Matosinhos", "4450-075"],
    {
      daysAgo: 19,
      owner: "Maja",
      rating: "warm",
      fate: "qualified",
      phone: "+351229380114",
      comments: "Bronze fittings for our own yard and eleven others.",
    },
  ),
  line(
    ["Ana", "Silva"],
    ["Atlântico Náutica, Lda.", "atlanticonautica.example"],
    ["PT", "Rua do Porto de Pesca 114", "Setúbal", "2900-213"],
    {
      daysAgo: 10,
      owner: "Maja",
      rating: "hot",
      fate: "contacted",
      phone: "+351265548210",
      taxId: "PT509442013",
      comments:
        "We supply yacht yards and the fishing fleet from Viana do Castelo to Faro and would like to order directly, with one invoice per month.",
    },
  ),
  line(
    ["Jürgen", "Oßwald-Petersen"],
    ["Nordlicht Schiffsbedarf und Hafenlogistik GmbH & Co. KG", "nordlicht-schiffsbedarf.example"],
    ["DE", "Hafenstraße 41", "Kiel", "24103"],
    {
      daysAgo: 9,
      owner: "Maja",
      rating: "warm",
      fate: "contacted",
      phone: "+49431220145",
    },
  ),
  line(
    ["Agnieszka", "Kowalczyk"],
    ["Kowalczyk i Synowie Sp. z o.o.", "kowalczyk-synowie.example"],
    ["PL", "ul. Portowa 7", "Gdynia", "81-350"],
    { daysAgo: 7, owner: null, rating: "hot", fate: "new" },
  ),
  line(
    ["Emre", "Şahin"],
    ["Şahin Denizcilik Sanayi ve Ticaret A.Ş.", "sahindenizcilik.example"],
    ["TR", "Rıhtım Caddesi 22", "İzmir", "35220"],
    {
      daysAgo: 7,
      owner: null,
      rating: "warm",
      fate: "new",
      isConfirmed: false,
    },
  ),
  line(
    ["Béatrice", "Rochat-Favre"],
    ["Compagnie d’Armement du Léman SA", "armement-leman.example"],
    ["CH", "Quai d’Ouchy 3", "Lausanne", "1006"],
    { daysAgo: 6, owner: "Tomás", rating: "warm", fate: "new" },
  ),
  line(["Aroha", "Te Rangi"], ["Ngā Waka Supplies Ltd", "ngawaka.example"], ["NZ", "18 Fanshawe Street", "Auckland", "1010"], {
    daysAgo: 6,
    owner: "Tomás",
    rating: "cold",
    fate: "contacted",
  }),
  line(
    ["Olufemi", "Oyelaran"],
    ["Oyelaran Global Ventures Nigeria Limited", "oyelaran-global.example"],
    ["NG", "12 Marina Road", "Lagos", null, "LA"],
    { daysAgo: 5, owner: null, rating: "hot", fate: "new" },
  ),
  line(
    ["María Fernanda", "Gutiérrez Ibáñez"],
    ["Ferretería Industrial del Pacífico, S.A. de C.V.", "ferreteriapacifico.example"],
    ["MX", "Av. del Mar 801", "Mazatlán", "82000", "SIN"],
    {
      daysAgo: 5,
      owner: "Tomás",
      rating: "warm",
      fate: "contacted",
    },
  ),
  line(["Haruka", "Watanabe"], ["Tōkai Marine Parts K.K.", "tokaimarine.example"], ["JP", "2-14 Minato", "Nagoya", "455-0037", "23"], {
    daysAgo: 4,
    owner: null,
    rating: "warm",
    fate: "new",
  }),
  line(["Søren", "Brændgaard"], ["Brændgaard Marine ApS", "braendgaard.example"], ["DK", "Havnegade 9", "Esbjerg", "6700"], {
    daysAgo: 4,
    owner: "Maja",
    rating: "hot",
    fate: "contacted",
  }),
  line(
    ["Pieter-Jan", "van der Meer"],
    ["Van der Meer & Zonen B.V.", "vandermeer-zonen.example"],
    ["NL", "Waalhaven 210", "Rotterdam", "3087 BJ"],
    { daysAgo: 4, owner: null, rating: "cold", fate: "new" },
  ),
  line(
    ["Venkataraman", "Krishnamurthy"],
    ["Lakshmi Ship Stores Private Limited", "lakshmishipstores.example"],
    ["IN", "44 Rajaji Salai", "Chennai", "600001", "TN"],
    {
      daysAgo: 3,
      owner: "Tomás",
      rating: "warm",
      fate: "new",
    },
  ),
  line(
    ["Caoimhe", "Ní Shúilleabháin"],
    ["Ó Súilleabháin Chandlers DAC", "osuilleabhain.example"],
    ["IE", "Custom House Quay", "Cork", "T12 W7Y9"],
    { daysAgo: 3, owner: null, rating: "warm", fate: "new" },
  ),
  line(
    ["João Vítor", "Cavalcanti"],
    ["Estaleiro Irmãos Cavalcanti Ltda.", "estaleirocavalcanti.example"],
    ["BR", "Av. Beira Mar 3300", "Fortaleza", "60165-121", "CE"],
    {
      at: "outlet",
      daysAgo: 2,
      owner: null,
      rating: "hot",
      fate: "new",
      isConfirmed: false,
    },
  ),
  line(
    ["Denise", "Kahananui"],
    ["Pacific Rim Rope & Rigging, Inc.", "pacrimrigging.example"],
    ["US", "1200 Ala Moana Blvd", "Honolulu", "96814", "HI"],
    { daysAgo: 1, owner: null, rating: "warm", fate: "new" },
  ),
  line(
    ["Fatima", "Al Mansoori"],
    ["Al Noor Marine Trading L.L.C.", "alnoormarine.example"],
    ["AE", "Al Khan Corniche Street", "Sharjah", null, "SH"],
    { daysAgo: 1, owner: null, rating: "hot", fate: "new" },
  ),
  line(["Ingrid", "Håkonsen"], ["Blue Fjord Outfitters AS", "bluefjord.example"], ["NO", "Strandgaten 50", "Bergen", "5004"], {
    at: "outlet",
    daysAgo: 0.9,
    owner: null,
    rating: "warm",
    fate: "new",
  }),
  line(
    ["Sven-Erik", "Nylund"],
    ["Österbottens Båtvarv och Marin Ab", "osterbottens-batvarv.example"],
    ["FI", "Hamngatan 12", "Vasa", "65100"],
    { daysAgo: 14, owner: "Tomás", rating: "warm", fate: "qualified" },
  ),
  line(
    ["Giovanni", "Borg Cardona"],
    ["Mediterranean Yacht Provisioning Ltd", "medyachtprov.example"],
    ["MT", "Triq ix-Xatt 88", "Gżira", "GZR 1025"],
    { at: "outlet", daysAgo: 12, owner: "Maja", rating: "hot", fate: "won" },
  ),
  line(
    ["Eleni", "Papadopoulou"],
    ["Hellenic Ropeworks S.A.", "hellenicropeworks.example"],
    ["GR", "Akti Miaouli 53", "Piraeus", "185 36"],
    { daysAgo: 24, owner: "Tomás", rating: "hot", fate: "won" },
  ),
  line(
    ["Declan", "Moriarty"],
    ["Moriarty Quayside Trading", "moriartyquayside.example"],
    ["IE", "Merchants Quay 4", "Limerick", "V94 T28R"],
    { daysAgo: 21, owner: "Maja", rating: "cold", fate: "disqualified" },
  ),
  line(
    ["Lucía", "Etxeberria"],
    ["Cordelería del Cantábrico, S.L.", "cordeleriacantabrico.example"],
    ["ES", "Muelle de Ibaizabal 6", "Bilbao", "48004", "BI"],
    { daysAgo: 26, owner: "Tomás", rating: "warm", fate: "lost" },
  ),
  line(["Marek", "Dvořák"], ["Vltava Lodě s.r.o.", "vltavalode.example"], ["CZ", "Přístavní 17", "Praha", "170 00"], {
    daysAgo: 17,
    owner: null,
    rating: "cold",
    fate: "rejected",
  }),
  line(
    ["Chloé", "Tremblay"],
    ["Gréements du Saint-Laurent inc.", "greements-stlaurent.example"],
    ["CA", "105 rue Saint-Pierre", "Québec", "G1K 4A3", "QC"],
    { daysAgo: 30, owner: null, rating: "warm", fate: "approved" },
  ),
  line(["Kwame", "Asante"], ["Tema Harbour Stores", "temaharbour.example"], ["GH", "Harbour Road 9", "Tema", null], {
    daysAgo: 11,
    owner: null,
    rating: "cold",
    fate: "withdrawn",
  }),
]
