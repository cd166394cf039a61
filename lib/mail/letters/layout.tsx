import type { ReactNode } from "react"
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "react-email"
import type { Store } from "../mail-to-write"
import { darkLook, look } from "./letter-look"
import type { WayIn } from "./way-in"

type LayoutProps = { store: Store; title: string; preview: string; children: ReactNode }

/** The page that every letter is written on: the store's name, a title, the words, and where the letter comes from. */
export function Layout({ store, title, preview, children }: LayoutProps) {
  return (
    <Html lang="en" dir="ltr">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkLook}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="desk" style={look.desk}>
        <Container className="sheet" style={look.sheet}>
          <Text className="brand" style={look.brand}>
            {store.storeName}
          </Text>
          <Heading as="h1" className="title" style={look.title}>
            {title}
          </Heading>
          {children}
          <Hr className="line" style={look.line} />
          <Quiet>
            Sent by {store.storeName},{" "}
            <Link href={store.storeUrl} className="link" style={look.link}>
              {store.storeUrl}
            </Link>
          </Quiet>
        </Container>
      </Body>
    </Html>
  )
}

/** A paragraph. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <Text className="words" style={look.words}>
      {children}
    </Text>
  )
}

/** A paragraph that may be passed over. */
export function Quiet({ children }: { children: ReactNode }) {
  return (
    <Text className="quiet" style={look.quiet}>
      {children}
    </Text>
  )
}

/** The one thing to do. */
export function ActionButton({ href, children }: { href: string; children: string }) {
  return (
    <Button href={href} className="button" style={look.button}>
      {children}
    </Button>
  )
}

/** The way in, and for how long it is open. */
export function Entrance({ way }: { way: WayIn }) {
  return (
    <>
      <ActionButton href={way.link}>{way.button}</ActionButton>
      {way.validDays && <Quiet>The link works once and for {way.validDays} days. It is yours alone; please do not pass it on.</Quiet>}
    </>
  )
}

/** What a person wrote, line by line as it was written. */
export function Said({ text }: { text: string }) {
  return (
    <Section className="said" style={look.said}>
      <Text className="said-words" style={look.saidWords}>
        {text.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text that never changes on its page
          <span key={index}>
            {index > 0 && <br />}
            {line}
          </span>
        ))}
      </Text>
    </Section>
  )
}
