import { en } from './texts.en.ts'
import type { RegistrationTexts } from './texts.ts'

/** The way to register, as it stands on the page of an event, in Finnish; the form itself is in English. */
export const fi: RegistrationTexts = {
  ...en,
  attends: { 'on-site': 'Paikan päällä', online: 'Verkossa' },
  box: {
    title: 'Ilmoittautuminen',
    register: 'Ilmoittaudu (englanniksi)',
    registerWaiting: 'Siirry jonotuslistalle (englanniksi)',
    lastDay: (day) => `Ilmoittaudu viimeistään ${day}.`,
    closed: (day) => `Ilmoittautuminen päättyi ${day}.`,
    begun: 'Ilmoittautuminen on päättynyt.',
    free: (left) => (left === 1 ? '1 paikka jäljellä' : `${left} paikkaa jäljellä`),
    unlimited: 'Paikkoja on',
    full: 'Täynnä',
    fullWaiting: (count) => (count === 0 ? 'Täynnä, mutta voit jonottaa' : `Täynnä, jonossa ${count}`),
    guests: 'Et tarvitse tunnusta.',
    logIn: 'Ilmoittaudut omalla tunnuksellasi.',
    membersOnly: 'Tapahtuma on jäsenille. Ilmoittaudu kirjautumalla.',
    mine: 'Ilmoittautumisesi (englanniksi)',
    delegation: 'Voit ilmoittaa kerralla useita oman organisaatiosi henkilöitä.',
  },
}
