import { Link } from '@tanstack/react-router'
import type { FigureValue } from '../../figures/contract.ts'
import type { Text } from '../../text.ts'
import { addDays, type Day } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import { showNumber } from '../figure/figure-number.ts'
import { useSay } from '../language/use-say.ts'
import { dayText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { figureWords } from '../figure/words.ts'
import { balanceWords as words } from './words.ts'

export type Sheet = {
  opening: FigureValue
  comings: readonly FigureValue[]
  goings: readonly FigureValue[]
  closing: FigureValue
  closes: boolean
}

const sum = (values: readonly FigureValue[]): bigint =>
  values.reduce((total, { value }) => total + BigInt(value ?? '0'), 0n)

/** The lines one beneath the other, with their signs and sums, and the sum of it all in words. */
export function BalanceSheetTable({ sheet }: { sheet: Sheet }) {
  const say = useSay()
  const { opening, comings, goings, closing } = sheet
  const { period } = useMoment()
  const [came, went] = [sum(comings), sum(goings)]
  const shown = (number: bigint) => showNumber(String(number), 0)
  const expected = sum([opening]) + came - went
  const before = addDays(period.from, -1)
  return (
    <section className="section">
      <p className="balance-formula">
        {say(words.formula(shown(sum([opening])), shown(came), shown(went), shown(sum([closing]))))}
      </p>
      {sheet.closes ? null : (
        <p className="note broken" role="alert">
          {say(words.broken(shown(expected), shown(sum([closing]))))}
        </p>
      )}
      <p className="help screen-only">{say(words.help)}</p>
      <div className="scroll">
        <table className="table balance">
          <caption className="hidden-text">{say(words.help)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{say(words.sign)}</span>
              </th>
              <th scope="col">{say(words.line)}</th>
              <th scope="col" className="numeric">
                {say(words.number(closing.unit))}
              </th>
            </tr>
          </thead>
          <tbody>
            <Line value={opening} label={words.opening(dayText(before))} asOf={before} total />
            {comings.map((line) => (
              <Line key={line.figure} value={line} label={line.label} sign="＋" said={words.plus} />
            ))}
            <Total label={words.came} number={shown(came)} />
            {goings.map((line) => (
              <Line key={line.figure} value={line} label={line.label} sign="－" said={words.minus} />
            ))}
            <Total label={words.went} number={shown(went)} />
            <Line
              value={closing}
              label={words.closing(dayText(period.through))}
              asOf={period.through}
              sign="＝"
              said={words.equals}
              total
            />
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Total({ label, number }: { label: Text; number: string }) {
  const say = useSay()
  return (
    <tr className="balance-sum">
      <th scope="row" colSpan={2}>
        {say(label)}
      </th>
      <td className="numeric">{number}</td>
    </tr>
  )
}

function Line(props: {
  value: FigureValue
  label: Text
  asOf?: Day
  sign?: string
  said?: Text
  total?: boolean
}) {
  const say = useSay()
  const { period, knownAt } = useMoment()
  const { value, label, sign, said, total } = props
  const quiet = value.value === '0' && !total
  return (
    <tr className={total ? 'balance-total' : quiet ? 'balance-zero' : undefined}>
      <td className="sign">
        {sign ? <span aria-hidden="true">{sign}</span> : null}
        {said ? <span className="hidden-text">{say(said)}</span> : null}
      </td>
      <th scope="row">{say(label)}</th>
      <td className="numeric">
        <Link
          to="/figures/$figure"
          params={{ figure: value.figure }}
          search={sameQuestion(value, period, knownAt, props.asOf)}
          title={say(words.open(say(label)))}
        >
          {value.value === null
            ? say(value.absent?.words ?? figureWords.absent)
            : showNumber(value.value, value.decimals)}
        </Link>
      </td>
    </tr>
  )
}

/** The address under which the figure's own page asks the very question that this line answered. */
function sameQuestion({ question }: FigureValue, period: Period, knownAt: string | undefined, asOf?: Day) {
  const { node, along, kind } = question
  return {
    ...(along === 'line' ? { along, line: node.id } : { along: undefined, node: node.id }),
    ...period,
    asOf: asOf ?? period.through,
    kind: kind?.code,
    ...(knownAt ? { knownAt: question.knownAt } : {}),
  }
}
