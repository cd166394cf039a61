import { heard } from "./latin"

/** Legal forms that say nothing about which company it is; compared in Latin letters, without dots. */
export const legalForms: ReadonlySet<string> = new Set(
  `ab ad ae ag aps as asa ao bhd bt bv bvba co company corp corporation cv dac doo dooel ead ee eirl eood epe eurl gbr gesmbh gmbh hf
  ike inc incorporated ip is kda kd kft kg kgaa kk kkt lc lda limited limitada llc llp lp ltd ltda mbh mchj nv oao od oe oo ood ooo oy oyj ohg osauhing
  pao plc pao pjsc pte pty pvt private ptyltd rl rt sa saa sab sae saic sal sapa sarl sas sasu saog sc sca scarl scs sdn se sia sicav sk sl slne slu snc sp spa
  spj spk spol spolka sprl srl srls sro sti stiftung tbk tmi tov uab ug ul vof zao zat zoo zrt aktiebolag aktiengesellschaft aktieselskab anpartsselskab
  aksjeselskap osakeyhtio anonim sirketi unipessoal incorporada`
    .split(/\s+/)
    .filter(Boolean),
)

/** The same written out, in folded Latin letters. */
export const legalPhrases: readonly RegExp[] = [
  /\bgesellschaft (mit beschrankter haftung|burgerlichen rechts)\b/g,
  /\b(mit beschrankter haftung|haftungsbeschrankt)\b/g,
  /\blimited liability (company|partnership)\b/g,
  /\b(public|private) limited company\b/g,
  /\bsociete (a responsabilite limitee|anonyme|par actions simplifiee|en nom collectif)\b/g,
  /\bsociedad (anonima|limitada|de responsabilidad limitada)\b/g,
  /\bsociedade (anonima|unipessoal|por quotas)\b/g,
  /\bsocieta (per azioni|a responsabilita limitata)\b/g,
  /\bspolka (z ograniczona odpowiedzialnoscia|akcyjna|jawna|komandytowa)\b/g,
  /\b(besloten|naamloze) vennootschap\b/g,
  /\bobshchestvo s ogranichennoi otvetstvennostiu\b/g,
  /\b(aktsionernoe|aktsionerno) (obshchestvo|druzhestvo)\b/g,
  /\bsp z o ?o\b/g,
  /\bs de r ?l( de c ?v)?\b/g,
  /\b(spol )?s r ?o\b/g,
]

/** Words that join, and that people leave out. */
export const joiningWords: ReadonlySet<string> = new Set(
  "and und et og och ja ve da de del des di do dos du e i la las le les los of the y za".split(" "),
)

/** Words that so many companies carry that they tell little, as they are heard. */
export const commonWords: ReadonlySet<string> = new Set(
  `group gruppe groupe grupo gruppo grup holding holdings international internacional internationale intl global world worldwide europe european euro
  trading trade traders handel handels commerce comercio comercial commercial import export importexport service services servicos servicios dienste solution
  solutions system systems systemes sistemas technology technologies tech technik consulting consultancy consultants advisory industries industry industrial
  industria industrie enterprise enterprises partners partner associates brothers sons hijos soehne sohne filhos company logistics distribution products
  engineering construction sanayi ticaret san tic torgovyi dom firma zavod kompaniia proizvodstvo uslugi przedsiebiorstwo handlowe uslugowe
  portugal espana spain iberia iberica france deutschland germany austria osterreich suisse schweiz switzerland italia italy uk britain ireland nederland
  netherlands belgium benelux danmark denmark sverige sweden norge norway nordic suomi finland polska poland usa america brasil brazil mexico turkiye turkey
  hellas greece rossiia russia ukraina baltic north south east west`
    .split(/\s+/)
    .filter(Boolean)
    .map(heard),
)
