import { fold } from "@/lib/platform/fold"

const first =
  `Ana Jürgen Agnieszka Emre Béatrice Aroha Olufemi Maja Tomás Priya Henrik Noor Ibrahim Chloé Søren Łukasz Inês Mateus Giulia Lorenzo Freya Oskar
Nadia Yusuf Ingrid Pavel Katarína Dimitrios Eleni Siobhán Declan Haruka Kenji Mei Wei Arjun Ananya Carlos Lucía Fatima Karim Zanele Thabo Hannah Elias`.split(
    /\s+/,
  )

const last =
  `Silva Oßwald Kowalczyk Şahin Rochat Rangi Oyelaran Lindqvist Herrera Raman Aalto Haddad Sesay Dubois Sørensen Wiśniewski Carvalho Ferrari Rossi
Hughes Novák Papadopoulos O’Brien Tanaka Suzuki Chen Wang Sharma Iyer Gómez Fernández Benali Dlamini Nkosi Müller Schäfer Jansen Visser Peeters Janssens Nilsson
Virtanen Berg Horvat Kovács Popescu Dimitrov Moreau Laurent`.split(/\s+/)

const coined =
  `Atlântico Nordlicht Harbourline Fundição Léman Waka Marina Biscay Tramontana Bóreas Kattegat Adria Baltic Aegean Sundlys Vega Polaris Meridian Zenit
Lumen Sirocco Mistral Ostara Cedar Granit Kobalt Amber Quartz Delta Orion Helios Nautilus Albatros Cormorant Heron Falke Águila Corvo Lynx Volga`.split(
    /\s+/,
  )

const trade =
  `Náutica Schiffsbedarf Supplies Logística Werkzeuge Foods Textiles Électrique Verpackung Möbel Optics Pharma Papel Steel Papier Trading Ceramics
Instruments Robotics Paints Tools Bikes Coffee Tea Cosmetics Toys Medical Lighting Pumps Glass`.split(/\s+/)

const form = "Lda. GmbH Ltd SA S.L. AB Oy S.r.l. B.V. Inc. LLC S.A.S. A/S".split(" ")

/** country, city, street, postal code, first digits of its phone numbers; repeated as often as it is likely. */
const place =
  `US|Boston|Harbor Street|02110|+1617555|3;US|Seattle|Pike Street|98101|+1206555|2;DE|Kiel|Hafenstraße|24103|+49431|2;DE|Hamburg|Kaistraße|20457|+4940|2;
GB|Bristol|Quay Road|BS1 4DJ|+44117|2;FR|Nantes|Quai de la Fosse|44000|+33240|2;PT|Setúbal|Rua do Porto|2900-213|+351265|1;ES|Vigo|Calle del Mar|36201|+34986|1;
IT|Genova|Via del Molo|16126|+39010|1;NL|Rotterdam|Maasboulevard|3011 XK|+3110|1;PL|Gdynia|ul. Portowa|81-350|+4858|1;SE|Göteborg|Hamngatan|411 14|+4631|1;
TR|İzmir|Rıhtım Caddesi|35220|+90232|1;CA|Halifax|Water Street|B3J 3P7|+1902555|1;AU|Fremantle|Cliff Street|6160|+618|1;IN|Kochi|Marine Drive|682031|+91484|1;
JP|Yokohama|Minato Mirai|220-0012|+8145|1;BR|Santos|Rua do Comércio|11010-141|+5513|1;ZA|Durban|Point Road|4001|+2731|1;NG|Lagos|Marina Road|101241|+2341|1`
    .split(/;\s*/)
    .map((line) => line.split("|"))
    .flatMap((parts) => Array.from({ length: Number(parts[5]) }, () => parts.slice(0, 5)))

const column = (at: number) => place.map((parts) => parts[at] ?? "")

/** What the seed rolls its companies, people and places from; the folded lists stand beside, since SQL folds otherwise than the product. */
export const words = {
  first,
  last,
  coined,
  trade,
  form,
  firstFolded: first.map(fold),
  lastFolded: last.map(fold),
  coinedFolded: coined.map(fold),
  tradeFolded: trade.map(fold),
  formFolded: form.map(fold),
  country: column(0),
  city: column(1),
  street: column(2),
  postalCode: column(3),
  phone: column(4),
}
