import type { FigureValue } from '../../figures/contract.ts'
import { useApp } from '../app-context.ts'
import { useSay } from '../language/use-say.ts'
import { knownAtText } from '../moment/moment-words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { largeMoney, showNumber, withUnit } from './figure-number.ts'
import { figureWords as words } from './words.ts'

/** The value large, what it counts, and for a ratio the two numbers that it is made of. */
export function FigureTop({ value }: { value: FigureValue }) {
  const say = useSay()
  const moment = useMoment()
  const { line } = useApp()
  const { scope } = value.question
  const large = value.value === null ? '' : say(largeMoney(value.value, value.unit))
  return (
    <section className="section figure-top">
      <div className="figure-value">
        {value.value === null ? (
          <p className="figure-absent">{say(value.absent?.words ?? words.absent)}</p>
        ) : (
          <p>
            <strong>{showNumber(value.value, value.decimals)}</strong> <span>{say(value.unit)}</span>
            {large ? <span className="figure-large-money">{large}</span> : null}
          </p>
        )}
        {value.inputs.length > 0 ? (
          <dl className="figure-inputs">
            {value.inputs.map((input, index) => (
              <div key={input.figure}>
                <dt>
                  {value.kind === 'ratio' || value.kind === 'share'
                    ? `${say(index === 0 ? words.numerator : words.denominator)}: `
                    : null}
                  {say(input.label)}
                </dt>
                <dd className="numeric">
                  {input.value === null
                    ? say(input.absent?.words ?? words.absent)
                    : say(withUnit(showNumber(input.value, decimalsOf(input.value)), unitless))}
                </dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      <dl className="figure-definition">
        <div>
          <dt>{say(words.definition)}</dt>
          <dd>{say(value.definition)}</dd>
        </div>
        <div>
          <dt>{say(value.question.along === 'line' ? line.words.node : words.place)}</dt>
          <dd>
            {value.question.node.name} ·{' '}
            {say(
              scope.whole ? words.whole : words.partly(scope.places.map((place) => place.name).join('、')),
            )}
          </dd>
        </div>
        {moment.knownAt ? (
          <div>
            <dt />
            <dd>{say(knownAtText(moment.knownAt))}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  )
}

const unitless = { zh: '', en: '' }

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0
}
