import type { CopiedLife } from '../../records/copy/contract.ts'
import { useSay } from '../language/use-say.ts'
import { recordWords } from '../records/words.ts'

type Said = CopiedLife['fixed']

/** A record as a document: fixed values, what held when, and what happened. */
export function CopiedLifeSection({ life, id }: { life: CopiedLife; id: string }) {
  const say = useSay()
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        {say(life.label)} {life.title}
      </h2>
      <dl className="facts">
        {life.fixed.map(({ label, value }) => (
          <div key={label.zh}>
            <dt>{say(label)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
      <ul className="copied">
        {life.spells.map(({ from, to, said }) => (
          <li key={from}>
            {from} — {to ?? say(recordWords.open)} <Values said={said} />
          </li>
        ))}
      </ul>
      <ul className="copied">
        {life.events.map(({ onDate, label, documentNo, reason, said }, nth) => (
          <li key={`${onDate} ${nth}`}>
            {onDate} {say(label)} {documentNo} {reason} <Values said={said} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Values({ said }: { said: Said }) {
  const say = useSay()
  return said
    .map(({ label, value }) => `${say(label)}${say({ zh: '：', en: ': ' })}${say(value)}`)
    .join(say({ zh: '；', en: '; ' }))
}
