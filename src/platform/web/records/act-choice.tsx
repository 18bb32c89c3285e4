import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordAct, RecordType } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { useSay } from '../language/use-say.ts'
import { mergeWords } from '../merge/words.ts'
import { useMoment } from '../moment/use-moment.ts'
import { formWords as words } from './form-words.ts'
import type { ActSearch } from './record-routes.ts'
import './form.css'

/** Asks first whether it changed later or was never so, then what exactly. */
export function ActChoice(props: { type: RecordType; record: RecordView; as: ActSearch['as'] }) {
  const { type, record } = props
  if (props.as === 'event') return <EventChoice type={type} record={record} />
  if (props.as === 'correction') return <CorrectionChoice type={type} record={record} />
  return <KindChoice record={record} type={type} />
}

type Props = { type: RecordType; record: RecordView }

function Choice(props: Props & { search: ActSearch; title: Text; help: Text | undefined }) {
  const say = useSay()
  const none = { as: undefined, kind: undefined, event: undefined, whole: undefined }
  return (
    <li>
      <Link
        to="/records/$type/$id/act"
        params={{ type: props.type.id, id: props.record.id }}
        search={{ ...none, ...props.search }}
      >
        <strong>{say(props.title)}</strong>
        {props.help ? say(props.help) : null}
      </Link>
    </li>
  )
}

function KindChoice(props: Props) {
  const say = useSay()
  const { may } = props.record
  return (
    <>
      <h2>{say(words.question)}</h2>
      <ul className="choices">
        {may.record ? (
          <Choice {...props} search={{ as: 'event' }} title={words.event} help={words.eventHelp} />
        ) : (
          <li className="help">{say(words.mayNotRecord)}</li>
        )}
        {may.correct ? (
          <Choice
            {...props}
            search={{ as: 'correction' }}
            title={words.correction}
            help={words.correctionHelp}
          />
        ) : (
          <li className="help">{say(words.mayNotCorrect)}</li>
        )}
      </ul>
    </>
  )
}

function EventChoice(props: Props) {
  const say = useSay()
  const { asOf } = useMoment()
  const { type, record } = props
  const acts = type.acts.filter((act) => fits(act, record, asOf))
  return (
    <>
      <h2>{say(words.whichEvent)}</h2>
      {acts.length === 0 ? <p className="help">{say(words.nothingFits)}</p> : null}
      <ul className="choices">
        {acts.map((act) => (
          <Choice
            key={act.kind}
            {...props}
            search={{ as: 'event', kind: act.kind }}
            title={act.label}
            help={act.help}
          />
        ))}
      </ul>
      {record.inForce && type.deeds?.length ? <DeedChoice type={type} record={record} /> : null}
    </>
  )
}

/** Only what can happen to it on the day: once ended it can begin again, and nothing else. */
function fits(act: RecordAct, record: RecordView, on: Day): boolean {
  if (act.onlyInDeeds) return false
  if (act.effect !== 'begins') return record.inForce
  return Boolean(act.again) && !record.inForce && record.spells.some(({ to }) => to !== null && to <= on)
}

/** The acts over several records in which this one may be chosen already. */
function DeedChoice({ type, record }: Props) {
  const say = useSay()
  const choices = (type.deeds ?? []).flatMap((deed) =>
    (['ending', 'lasting'] as const).flatMap((as) => {
      const part = deed[as]
      return part ? [{ deed, as, part }] : []
    }),
  )
  return (
    <>
      <h2>{say(words.together)}</h2>
      <ul className="choices">
        {choices.map(({ deed, as, part }) => (
          <li key={`${deed.kind} ${as}`}>
            <Link
              to="/records/$type/deed"
              params={{ type: type.id }}
              search={{ deed: deed.kind, as, with: record.id }}
            >
              <strong>{say(words.withRole(deed.label, part.label))}</strong>
              {deed.help ? say(deed.help) : null}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function CorrectionChoice(props: Props) {
  const say = useSay()
  const { type, record } = props
  const names = {
    zh: type.header.map((field) => field.label.zh).join('、'),
    en: type.header.map((field) => field.label.en).join(', '),
  }
  return (
    <>
      <h2>{say(words.whichCorrection)}</h2>
      <ul className="choices">
        {record.events.map((event) => (
          <Choice
            key={event.id}
            {...props}
            search={{ as: 'correction', event: event.id }}
            title={words.anEvent(event.onDate, event.label)}
            help={words.anEventHelp}
          />
        ))}
        {type.header.length > 0 ? (
          <Choice
            {...props}
            search={{ as: 'correction', event: 'header' }}
            title={words.fixedValues}
            help={words.fixedValuesHelp(names)}
          />
        ) : null}
        {type.mergeable ? (
          <li>
            <Link to="/records/$type/merge" params={{ type: type.id }} search={{ kept: record.id }}>
              <strong>{say(mergeWords.sameAs)}</strong>
              {say(mergeWords.sameAsHelp)}
            </Link>
          </li>
        ) : null}
        <Choice
          {...props}
          search={{ as: 'correction', whole: 'yes' }}
          title={words.whole}
          help={words.wholeHelp}
        />
      </ul>
    </>
  )
}
