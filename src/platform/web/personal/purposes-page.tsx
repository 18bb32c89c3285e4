import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PurposeView } from '../../personal/contract.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { Loaded } from '../pieces/loaded.tsx'
import { PageHead } from '../pieces/page-head.tsx'
import { server } from '../rpc/server.ts'
import { purposeWords as words } from './words.ts'
import './purposes.css'

/** The register of purposes: to be read by anybody, and printed for the wall or for a person. */
export function PurposesPage() {
  const say = useSay()
  const purposes = useQuery(server.personal.purposes.queryOptions({ staleTime: Infinity }))
  return (
    <>
      <PageHead title={say(words.title)} line={say(words.line)} paper="A4 portrait" undated />
      <Loaded query={purposes}>
        {(data) => data.purposes.map((purpose) => <Purpose key={purpose.id} purpose={purpose} />)}
      </Loaded>
    </>
  )
}

function Purpose({ purpose }: { purpose: PurposeView }) {
  const say = useSay()
  const { id, name, basis, ground, records, necessity, retention, recipients, notice } = purpose
  const list = say({ zh: '、', en: ', ' })
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{say(name)}</h2>
      <dl className="facts purpose">
        <Fact label={words.basis}>{say(basis)}</Fact>
        <Fact label={words.ground}>{say(ground)}</Fact>
        <Fact label={words.fields}>
          {records.map(({ label, fields }) => (
            <div key={label.zh}>
              {say(label)}
              {say({ zh: '：', en: ': ' })}
              {fields
                .map((field) => say(field.label) + (field.sensitive ? say(words.sensitive) : ''))
                .join(list)}
            </div>
          ))}
        </Fact>
        {necessity ? <Fact label={words.necessity}>{say(necessity)}</Fact> : null}
        <Fact label={words.retention}>{say(retention)}</Fact>
        <Fact label={words.recipients}>{say(recipients)}</Fact>
        <Fact label={words.notice}>
          {say(notice.text)}
          <div className="help">{say(words.version(notice.version, notice.since))}</div>
        </Fact>
      </dl>
    </section>
  )
}

function Fact({ label, children }: { label: Text; children: ReactNode }) {
  const say = useSay()
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
