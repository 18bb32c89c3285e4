import { Link } from '@tanstack/react-router'
import type { RecordView } from '../../records/contract.ts'
import type { RecordType } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
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
  const acts = props.type.acts.filter((act) => act.effect !== 'begins')
  return (
    <>
      <h2>{say(words.whichEvent)}</h2>
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
