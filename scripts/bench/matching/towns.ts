/** Where the companies of the labelled pairs are at home: how people there write names, streets, phones and tax IDs. */
export type Land = {
  country: string
  code: string
  forms: readonly (readonly string[])[]
  words: readonly string[]
  trades: readonly string[]
  first: readonly string[]
  last: readonly string[]
  streets: readonly string[]
  towns: readonly (readonly [town: string, postal: string])[]
  tld: string
  mails: readonly string[]
  tax: (digits: string) => string
}

const split = (text: string) => text.split(", ")
const places = (text: string) =>
  split(text).map((one): [string, string] => [one.slice(one.indexOf(" ") + 1), one.slice(0, one.indexOf(" ")).replace("_", " ")])

/** Each form of company with the ways in which people write it; the first is the register's. */
const forms = (text: string) => split(text).map((one) => one.split("|"))

export const lands: readonly Land[] = [
  {
    ...{ country: "PT", code: "351", tld: "pt", tax: (digits) => `PT${digits}` },
    forms: forms("Lda.|Lda|Limitada|LDA|, Lda., S.A.|SA|S. A.|Sociedade Anónima, Unipessoal Lda.|Unip. Lda|Unipessoal"),
    words: split(
      "Atlântida, Ribeira, Serrano, Montalvo, Figueirense, Lusotêxtil, Cortiçal, Douro Vivo, Marazul, Candeias, Pinhal Novo, Aveirense, São Brás, Conceição, Fragata",
    ),
    trades: split(
      "Transportes, Conservas, Construções, Metalomecânica, Vinhos, Náutica, Cerâmica, Distribuição, Moldes, Comércio de Peixe, Mobiliário",
    ),
    first: split("João, Maria, Inês, António, Conceição, Rui, Luís, Catarina, Tiago, Graça"),
    last: split("Gonçalves, Silva, Ferreira, Magalhães, Simões, Araújo, Conceição, Brandão, Leitão, Patrício"),
    streets: split("Rua das Flores, Avenida da Liberdade, Travessa do Cais, Rua 25 de Abril, Estrada Nacional"),
    towns: places("2900-213 Setúbal, 4050-321 Porto, 3810-164 Aveiro, 8000-100 Faro, 4700-030 Braga"),
    mails: split("gmail.com, sapo.pt, hotmail.com"),
  },
  {
    ...{ country: "DE", code: "49", tld: "de", tax: (digits) => `DE${digits}` },
    forms: forms(
      "GmbH|G.m.b.H.|Gesellschaft mbH|GmbH & Co. KG, AG|Aktiengesellschaft|A.G., KG|Kommanditgesellschaft, UG (haftungsbeschränkt)|UG",
    ),
    words: split(
      "Müller, Schönberg, Größinger, Jäger & Söhne, Öztürk, Bäumler, Königsdorf, Nordheide, Weißbach, Hülsmann, Kärcher Hof, Süderelbe, Lübeck Kontor, Thüringer Wald, Fährmann",
    ),
    trades: split(
      "Maschinenbau, Elektrotechnik, Spedition, Lebensmittel, Werkzeuge, Bootsbau, Präzisionsteile, Großhandel, Holzbau, Kühltechnik, Gebäudereinigung",
    ),
    first: split("Jürgen, Käthe, Andreas, Sabine, Björn, Ulrike, Günther, Anneliese, Thomas, Heike"),
    last: split("Schröder, Müller, Weiß, Köhler, Großmann, Jäger, Hoffmann, Böhm, Krüger, Lindemann"),
    streets: split("Hauptstraße, Industriestr., Am Hafen, Königsallee, Gewerbepark Süd"),
    towns: places("20457 Hamburg, 80331 München, 50667 Köln, 23552 Lübeck, 70173 Stuttgart"),
    mails: split("gmx.de, web.de, t-online.de, gmail.com"),
  },
  {
    ...{ country: "GB", code: "44", tld: "co.uk", tax: (digits) => `GB${digits}` },
    forms: forms("Ltd|Limited|Ltd.|LTD, PLC|plc|Public Limited Company, LLP|L.L.P."),
    words: split(
      "Harbour & Finch, Kestrel, Blackthorn, Wrexcombe, Ashworth, Fenwick Moor, Silverdale, Tidewater, Copperfield, Marlowe, Penrose, Highgate, Oldbury, Ravenscroft, Tamar Vale",
    ),
    trades: split(
      "Supplies, Engineering, Freight, Foods, Marine Services, Packaging, Fasteners, Timber Merchants, Catering Equipment, Textiles, Print & Design",
    ),
    first: split("Oliver, Elizabeth, Michael, Catherine, William, Katherine, Stephen, Alison, Robert, Susan"),
    last: split("O'Connor, Macdonald, Smith-Jones, Whitaker, Clarke, Thompson, Philips, Davies, Hughes, Pearce"),
    streets: split("High Street, Station Road, Mill Lane, Harbour Way, Kings Court"),
    towns: places("EC1A_1BB London, M1_1AE Manchester, BS1_4DJ Bristol, EH1_1YZ Edinburgh, PL4_8AA Plymouth"),
    mails: split("gmail.com, btinternet.com, hotmail.co.uk, yahoo.co.uk"),
  },
  {
    ...{ country: "RU", code: "7", tld: "ru", tax: (digits) => digits },
    forms: forms("ООО|OOO|LLC|Общество с ограниченной ответственностью, ЗАО|ZAO|CJSC, АО|AO|JSC"),
    words: split(
      "Ромашка, Южный Ветер, Северсталь Плюс, Чайка, Щукин и сыновья, Золотой Ключ, Хлебозавод, Яхтенный Мир, Жемчужина, Объединение Заря, Цветочный Двор, Юпитер, Вьюга, Эльбрус, Мебельщик",
    ),
    trades: split("Торг, Строй, Логистика, Снаб, Продукт, Мебель, Электро, Транс"),
    first: split("Юрий, Наталья, Дмитрий, Екатерина, Алексей, Ксения, Евгений, Татьяна"),
    last: split("Щербаков, Иванова, Жуков, Хрущёв, Цветаева, Юдин, Чехов, Фёдорова"),
    streets: split("ул. Ленина, проспект Мира, Набережная, ул. Гагарина"),
    towns: places("190000 Санкт-Петербург, 101000 Москва, 620014 Екатеринбург, 236022 Калининград"),
    mails: split("mail.ru, yandex.ru, gmail.com"),
  },
  {
    ...{ country: "GR", code: "30", tld: "gr", tax: (digits) => `EL${digits}` },
    forms: forms("Α.Ε.|ΑΕ|S.A.|AE, Ε.Π.Ε.|ΕΠΕ|Ltd|EPE, Ι.Κ.Ε.|ΙΚΕ|IKE"),
    words: split("Θάλασσα, Ελαιώνας, Ποσειδών, Μπουρνάζος, Αιγαίο, Φοίνικας, Χρυσή Ακτή, Ψαρόπουλος, Ουρανός, Γαλαξίας, Ευρυδίκη, Ντελής"),
    trades: split("Τρόφιμα, Ναυτιλιακή, Εμπορική, Κατασκευές, Μεταφορές, Ελαιόλαδο"),
    first: split("Γιώργος, Ελένη, Χρήστος, Μαρία, Νίκος, Ευαγγελία, Δημήτρης, Σοφία"),
    last: split("Παπαδόπουλος, Οικονόμου, Χατζής, Γεωργίου, Μπακόπουλος, Ψαράς, Ευθυμίου, Αγγελόπουλος"),
    streets: split("Λεωφόρος Συγγρού, Ερμού, Ακτή Μιαούλη, Τσιμισκή"),
    towns: places("105_63 Αθήνα, 185_38 Πειραιάς, 546_24 Θεσσαλονίκη"),
    mails: split("gmail.com, otenet.gr, yahoo.gr"),
  },
  {
    ...{ country: "DK", code: "45", tld: "dk", tax: (digits) => `DK${digits}` },
    forms: forms("A/S|AS|Aktieselskab, ApS|Aps|Anpartsselskab, I/S|IS"),
    words: split(
      "Ålborg Værft, Søndergaard, Østerbro, Skærbæk, Kongedyb, Bjørnholm, Færgegården, Hvide Sande, Lillebælt, Rødovre, Nørreskov, Tåsinge",
    ),
    trades: split("Skibsbyggeri, Fiskeeksport, Møbler, Transport, Maskinfabrik, Grossist, Trælast, Havnebyg"),
    first: split("Søren, Åse, Jørgen, Kirsten, Mads, Birthe, Niels, Lærke"),
    last: split("Sørensen, Kjær, Mølgaard, Østergård, Bæk, Nygaard, Jørgensen, Lund"),
    streets: split("Havnegade, Østergade, Nørrebrogade, Skovvej"),
    towns: places("9000 Aalborg, 8000 Aarhus, 2100 København, 6700 Esbjerg"),
    mails: split("gmail.com, hotmail.com, live.dk"),
  },
  {
    ...{ country: "PL", code: "48", tld: "pl", tax: (digits) => `PL${digits}` },
    forms: forms("Sp. z o.o.|sp. z o. o.|SP Z OO|Spółka z ograniczoną odpowiedzialnością, S.A.|SA|Spółka Akcyjna, Sp. j.|spółka jawna"),
    words: split(
      "Łódka, Żegluga Gdańska, Świętokrzyskie Zioła, Wąsowski, Brzóska, Jodłowa, Krzemień, Złoty Kłos, Rybak Bałtycki, Chełmińskie Młyny, Dąbrowa, Śnieżka",
    ),
    trades: split("Hurtownia, Stolarnia, Transport, Meble, Budownictwo, Przetwórstwo, Opakowania, Elektronika"),
    first: split("Łukasz, Małgorzata, Grzegorz, Agnieszka, Paweł, Zofia, Krzysztof, Żaneta"),
    last: split("Wójcik, Kowalczyk, Dąbrowski, Łuczak, Szczepański, Zając, Świątek, Grzyb"),
    streets: split("ul. Długa, ul. Świętojańska, al. Jana Pawła II, ul. Piłsudskiego"),
    towns: places("80-831 Gdańsk, 90-001 Łódź, 31-042 Kraków, 50-101 Wrocław"),
    mails: split("wp.pl, onet.pl, gmail.com, o2.pl"),
  },
  {
    ...{ country: "TR", code: "90", tld: "com.tr", tax: (digits) => digits },
    forms: forms("A.Ş.|AŞ|A.S.|Anonim Şirketi, Ltd. Şti.|Ltd Sti|Limited Şirketi|LTD.ŞTİ."),
    words: split("Işık, Güneş, Çınar, Şahin, Boğaziçi, Yıldız, Ömür, Kılıç, Ağaoğlu, Dağlıca, Irmak, Üçyıldız"),
    trades: split("Tekstil, Denizcilik, Gıda, Makine, Mobilya, İnşaat, Lojistik, Ambalaj"),
    first: split("Ayşe, Çağrı, Işıl, Mehmet, Gökhan, Şule, İbrahim, Özge"),
    last: split("Yılmaz, Çelik, Şahin, Öztürk, Aydın, Güngör, Kılıç, Doğan"),
    streets: split("Atatürk Caddesi, İstiklal Cd., Cumhuriyet Bulvarı, Liman Sokak"),
    towns: places("34430 İstanbul, 35210 İzmir, 06420 Ankara"),
    mails: split("gmail.com, hotmail.com, mynet.com"),
  },
]

/** How people abroad write words of other alphabets: by ear, by passport, by habit. Written by hand, several ways each. */
export const inLatin: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  `Ромашка=Romashka|Romaška|Romachka; Южный Ветер=Yuzhny Veter|Juzhnyj Veter|Iuzhnyi Veter; Северсталь Плюс=Severstal Plus|Severstal Plyus; Чайка=Chaika|Chayka|Tschaika;
  Щукин и сыновья=Shchukin i synovya|Schukin & Sons|Shchukin i synovia; Золотой Ключ=Zolotoy Klyuch|Zolotoi Kliuch|Zolotoj Kljuch; Хлебозавод=Khlebozavod|Hlebozavod|Chlebozavod;
  Яхтенный Мир=Yakhtenny Mir|Yahtennyi Mir|Iakhtennyi Mir; Жемчужина=Zhemchuzhina|Jemchuzhina; Объединение Заря=Obyedinenie Zarya|Obedinenie Zaria; Цветочный Двор=Tsvetochny Dvor|Cvetochnyj Dvor;
  Юпитер=Yupiter|Jupiter|Iupiter; Вьюга=Vyuga|Viuga|Vjuga; Эльбрус=Elbrus|El'brus; Мебельщик=Mebelshchik|Mebelschik; Торг=Torg; Строй=Stroy|Stroi|Stroj; Логистика=Logistika|Logistics;
  Снаб=Snab; Продукт=Produkt|Product; Мебель=Mebel; Электро=Elektro|Electro; Транс=Trans; Θάλασσα=Thalassa|Thalasa|Talassa; Ελαιώνας=Elaionas|Eleonas|Elaiwnas;
  Ποσειδών=Poseidon|Posidon|Posidonas; Μπουρνάζος=Bournazos|Mpournazos|Burnazos; Αιγαίο=Aegean|Aigaio|Egeo; Φοίνικας=Foinikas|Finikas|Phinikas; Χρυσή Ακτή=Chrisi Akti|Chrysi Akti|Hrisi Akti;
  Ψαρόπουλος=Psaropoulos|Psaropulos; Ουρανός=Ouranos|Uranos; Γαλαξίας=Galaxias|Galaksias; Ευρυδίκη=Evridiki|Eurydice|Evrydiki; Ντελής=Delis|Ntelis; Τρόφιμα=Trofima|Foods;
  Ναυτιλιακή=Naftiliaki|Nautiliaki|Shipping; Εμπορική=Emporiki|Trading; Κατασκευές=Kataskeves|Kataskeues; Μεταφορές=Metafores|Transport; Ελαιόλαδο=Elaiolado|Eleolado;
  Юрий=Yuri|Yury|Jurij|Iouri; Наталья=Natalia|Natalya|Nataliya; Дмитрий=Dmitry|Dmitri|Dimitrij; Екатерина=Ekaterina|Yekaterina; Алексей=Alexey|Aleksei|Alexei; Ксения=Ksenia|Xenia|Kseniya;
  Евгений=Evgeny|Yevgeni|Evgenii; Татьяна=Tatiana|Tatyana; Щербаков=Shcherbakov|Scherbakov; Иванова=Ivanova; Жуков=Zhukov|Jukov; Хрущёв=Khrushchev|Hruschev; Цветаева=Tsvetaeva|Cvetaeva;
  Юдин=Yudin|Iudin; Чехов=Chekhov|Chehov|Tchekhov; Фёдорова=Fedorova|Fyodorova; Γιώργος=Giorgos|Yorgos|George; Ελένη=Eleni|Helen; Χρήστος=Christos|Hristos; Μαρία=Maria; Νίκος=Nikos|Nicos;
  Ευαγγελία=Evangelia|Euaggelia; Δημήτρης=Dimitris|Dimitrios|Demetris; Σοφία=Sofia|Sophia; Παπαδόπουλος=Papadopoulos|Papadopulos; Οικονόμου=Oikonomou|Economou|Ikonomou; Χατζής=Chatzis|Hatzis|Hadjis;
  Γεωργίου=Georgiou|Gheorghiou; Μπακόπουλος=Bakopoulos|Mpakopoulos; Ψαράς=Psaras; Ευθυμίου=Efthymiou|Efthimiou|Euthymiou; Αγγελόπουλος=Angelopoulos|Aggelopoulos;
  Müller=Mueller|Muller; Schönberg=Schoenberg|Schonberg; Größinger=Groessinger|Grossinger; Jäger & Söhne=Jaeger und Soehne|Jager & Sohne; Öztürk=Oeztuerk|Ozturk; Bäumler=Baeumler|Baumler;
  Königsdorf=Koenigsdorf|Konigsdorf; Weißbach=Weissbach; Hülsmann=Huelsmann|Hulsmann; Kärcher Hof=Kaercher Hof; Süderelbe=Suederelbe|Suderelbe; Fährmann=Faehrmann; Präzisionsteile=Praezisionsteile;
  Großhandel=Grosshandel; Kühltechnik=Kuehltechnik; Lübeck Kontor=Luebeck Kontor; Thüringer Wald=Thueringer Wald; Gebäudereinigung=Gebaeudereinigung; Ålborg Værft=Aalborg Vaerft|Aalborg Værft|Alborg Vaerft;
  Søndergaard=Sondergaard|Søndergård|Soendergaard; Østerbro=Osterbro|Oesterbro; Skærbæk=Skaerbaek|Skarbak; Bjørnholm=Bjornholm|Bjoernholm; Færgegården=Faergegaarden|Færgegaarden; Rødovre=Rodovre|Roedovre;
  Nørreskov=Norreskov|Noerreskov; Tåsinge=Taasinge|Tasinge; Lillebælt=Lillebaelt; Møbler=Mobler|Moebler; Trælast=Traelast; Sørensen=Sorensen|Soerensen; Kjær=Kjaer; Mølgaard=Molgaard|Moelgaard;
  Østergård=Ostergaard|Oestergaard; Bæk=Baek; Jørgensen=Jorgensen|Joergensen; Søren=Soren|Soeren; Jørgen=Jorgen|Joergen; Schröder=Schroeder|Schroder; Köhler=Koehler|Kohler; Großmann=Grossmann; Weiß=Weiss;
  Jürgen=Juergen|Jurgen; Björn=Bjoern|Bjorn; Günther=Guenther|Gunther; Käthe=Kaethe|Kathe; Böhm=Boehm|Bohm; Krüger=Krueger|Kruger; Işık=Isik|Ishik; Çınar=Cinar|Chinar; Şahin=Sahin; Ağaoğlu=Agaoglu`
    .split(";")
    .map((line) => line.trim().split("="))
    .map(([word = "", ways = ""]) => [word, ways.split("|")]),
)
