/** Addresses at these domains say nothing about the company: mail services. */
const mailServices = `126.com 163.com abv.bg aim.com alice.it aol.com aol.de arcor.de atlas.cz bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com centrum.cz comcast.net
  cox.net email.cz email.com earthlink.net fastmail.com fastmail.fm foxmail.com free.fr freemail.hu freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.fr gmx.net
  googlemail.com hey.com hotmail.be hotmail.co.uk hotmail.com hotmail.com.br hotmail.com.tr hotmail.de hotmail.es hotmail.fr hotmail.it hotmail.nl hushmail.com i.ua
  icloud.com ig.com.br inbox.lv inbox.ru interia.pl kpnmail.nl laposte.net libero.it list.ru live.co.uk live.com live.de live.dk live.fr live.it live.nl live.se
  mac.com mail.bg mail.com mail.de mail.ee mail.ru me.com meta.ua msn.com mynet.com mynet.com.tr naver.com netcabo.pt o2.pl online.de online.no onet.pl op.pl
  orange.fr otenet.gr outlook.at outlook.com outlook.com.br outlook.com.tr outlook.de outlook.dk outlook.es outlook.fr outlook.it outlook.pt planet.nl pm.me poczta.onet.pl
  posteo.de proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com sapo.pt sbcglobal.net seznam.cz sfr.fr sina.com skynet.be sky.com t-online.de talktalk.net
  telefonica.net telenet.be telia.com terra.com.br tin.it tiscali.it tutanota.com tuta.com ukr.net uol.com.br verizon.net vip.qq.com virgilio.it vodafone.it wanadoo.fr
  wanadoo.es web.de windowslive.com wp.pl xs4all.nl xtra.co.nz ya.ru yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br yahoo.com.tr yahoo.de yahoo.es
  yahoo.fr yahoo.gr yahoo.it yahoo.pl yandex.by yandex.com yandex.com.tr yandex.ru yandex.ua ymail.com ziggo.nl zoho.com zoho.eu`

/** Pages at these say as little: places where many companies have one. */
const pageServices = `amazon.com amazon.de booking.com business.site ebay.com etsy.com facebook.com fb.com github.com gitlab.com google.com instagram.com linkedin.com
  linktr.ee medium.com notion.site pinterest.com shopify.com sites.google.com tiktok.com tripadvisor.com twitter.com vk.com weebly.com wix.com wordpress.com x.com
  youtube.com`

export const sharedDomains: ReadonlySet<string> = new Set(`${mailServices} ${pageServices}`.split(/\s+/).filter(Boolean))

/** Services whose mailboxes answer to several domains: each by the one that they are compared by. */
export const sameService: Readonly<Record<string, string>> = {
  "googlemail.com": "gmail.com",
  "mac.com": "icloud.com",
  "me.com": "icloud.com",
  "pm.me": "proton.me",
  "protonmail.com": "proton.me",
  "protonmail.ch": "proton.me",
  "ya.ru": "yandex.ru",
  "yandex.by": "yandex.ru",
  "yandex.com": "yandex.ru",
  "yandex.ua": "yandex.ru",
}

/** Where dots before the @ mean nothing. */
export const dotlessServices: ReadonlySet<string> = new Set(["gmail.com"])

/** Mailboxes that several people of a company read. */
export const sharedMailboxes: ReadonlySet<string> = new Set(
  `admin administrator billing biuro buchhaltung comercial commercial compras contact contacto contato einkauf enquiries export finance geral hello hola info
  kontakt kontor mail marketing office orders post purchasing reception sales secretaria secretariat sekretariat service support team vendas ventas verkauf zentrale`
    .split(/\s+/)
    .filter(Boolean),
)
