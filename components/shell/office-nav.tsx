import { NavIcon, type NavIconName } from "@/components/shell/nav-icon"
import { NavLink } from "@/components/shell/nav-link"
import { Status } from "@/components/ui/status"

export type NavArea = { area: string; items: readonly NavItem[] }
export type NavItem = { label: string; href: string; icon: NavIconName; count?: number }
/** `word` is a status word (Running, Paused…), `text` what is said of it, `more` a second line. */
export type IntegrationState = { word: string; text: string; more?: string }

/** Exact up to 9,999; then as "12K": a number beside a word is read at a glance. */
const short = { format: (count: number) => (count < 10_000 ? count.toLocaleString("en") : compact.format(count)) }
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 })

/** The office's navigation: a column, a rail of icons at 1180 px and less, a panel on a phone. */
export function OfficeNav({ nav, integration }: { nav: readonly NavArea[]; integration?: IntegrationState }) {
  return (
    <nav id="office-nav" popover="auto" aria-label="Areas" className="office-nav">
      {nav.map(({ area, items }) => (
        <section key={area} aria-label={area}>
          <h2>{area}</h2>
          {items.map((item) => (
            <NavLink key={item.href} href={item.href} className="office-link">
              <NavIcon name={item.icon} />
              <span className="office-word">{item.label}</span>
              {item.count !== undefined && (
                <span className="office-count" aria-hidden="true">
                  {short.format(item.count)}
                </span>
              )}
            </NavLink>
          ))}
        </section>
      ))}
      {integration && (
        <div className="office-foot">
          <Status word={integration.word} text={integration.text} plain />
          {integration.more && <span>{integration.more}</span>}
        </div>
      )}
    </nav>
  )
}
