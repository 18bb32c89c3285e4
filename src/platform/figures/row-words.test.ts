import { expect, test } from 'vitest'
import { composeAreas } from '../compose-areas.ts'
import { alpha } from '../testing/two-areas/alpha.ts'
import { beta } from '../testing/two-areas/beta.ts'
import { amountHeading } from './row-words.ts'
import { type Counted, inputsOf } from './figure.ts'

const { figures } = composeAreas(undefined as never, [alpha, beta])
const inputOf = (figure: string) =>
  inputsOf(figures.byId.get(figure) as Parameters<typeof inputsOf>[0])[0] as Counted

test.each([
  ['beta.mean_payment', { zh: '金额（元）', en: 'Amount (yuan)' }],
  ['beta.median_payment', { zh: '金额（元）', en: 'Amount (yuan)' }],
  ['beta.paid', { zh: '金额（元）', en: 'Amount (yuan)' }],
  ['beta.made', null],
  ['beta.holders_paid', null],
])(
  'the amounts of %s are headed by what they are, and by nothing where they count for nothing',
  (figure, heading) => {
    expect(amountHeading(inputOf(figure))).toEqual(heading)
  },
)
