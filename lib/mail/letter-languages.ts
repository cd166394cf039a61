import { type WrittenLanguage, writtenLanguages } from "@/lib/platform/written-languages"

/** The languages in which letters and message templates are written. */
export const letterLanguages = writtenLanguages
export type LetterLanguage = WrittenLanguage

export const isLetterLanguage = (code: string): code is LetterLanguage => (letterLanguages as readonly string[]).includes(code)

type Words = { sentBy: string; setPassword: string; accept: string; signIn: string }

const words: Record<LetterLanguage, Words> = {
  en: { sentBy: "Sent by", setPassword: "Set your password", accept: "Accept the invitation", signIn: "Sign in" },
  de: { sentBy: "Gesendet von", setPassword: "Passwort festlegen", accept: "Einladung annehmen", signIn: "Anmelden" },
  es: { sentBy: "Enviado por", setPassword: "Crear contraseña", accept: "Aceptar la invitación", signIn: "Iniciar sesión" },
  fr: { sentBy: "Envoyé par", setPassword: "Choisir un mot de passe", accept: "Accepter l’invitation", signIn: "Se connecter" },
  it: { sentBy: "Inviato da", setPassword: "Imposta la password", accept: "Accetta l’invito", signIn: "Accedi" },
  nl: { sentBy: "Verzonden door", setPassword: "Wachtwoord instellen", accept: "Uitnodiging aannemen", signIn: "Inloggen" },
  pl: { sentBy: "Wysłane przez", setPassword: "Ustaw hasło", accept: "Przyjmij zaproszenie", signIn: "Zaloguj się" },
  pt: { sentBy: "Enviado por", setPassword: "Definir palavra-passe", accept: "Aceitar o convite", signIn: "Iniciar sessão" },
  sv: { sentBy: "Skickat av", setPassword: "Välj lösenord", accept: "Tacka ja till inbjudan", signIn: "Logga in" },
}

/** What the house itself says in a letter, around the words of its author. */
export const wordsIn = (language: string): Words => words[isLetterLanguage(language) ? language : "en"]
