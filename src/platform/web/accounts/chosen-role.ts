import { type Day, today } from '../../values/day.ts'

export const wholeOffice = '*'

/** What is chosen so far; nothing is chosen for the person, the whole office least of all. */
export type ChosenRole = {
  readonly role: string
  readonly place: string
  readonly from: Day
  readonly to?: Day | undefined
  /** The holding with which it goes. */
  readonly holding?: string | undefined
}

export const noRole = (): ChosenRole => ({ role: '', place: '', from: today() })

export const isChosen = ({ role, place }: ChosenRole) => role !== '' && place !== ''

export const roleInput = ({ role, place, from, to, holding }: ChosenRole) => ({
  role,
  place: place === wholeOffice ? null : place,
  from,
  ...(to ? { to } : {}),
  ...(holding ? { holding } : {}),
})
