import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { isMasked, type RecordDeed, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DayPicker } from '../pieces/day-picker.tsx'
import { forgetDraft, keepDraft, readDraft } from '../records/draft.ts'
import type { FormValues } from '../records/form-input.ts'
import { useFormKeys } from '../records/form-keys.ts'
import { formWords } from '../records/form-words.ts'
import type { Override } from '../records/override.ts'
import { problemOf } from '../rpc/problem.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { DeedConsequences } from './deed-consequences.tsx'
import { DeedPartFields } from './deed-part-fields.tsx'
import { DeedProblem } from './deed-problem.tsx'
import {
  deedInput,
  deedParts,
  nameOfField,
  type PartName,
  startOfDeed,
  withoutRow,
  withRow,
} from './deed-values.ts'
import { usePreview } from './use-preview.ts'
import { Waiting } from './waiting.tsx'
import { deedWords as words } from './words.ts'

type Props = {
  type: RecordType
  deed: RecordDeed
  /** The record from which the caller came. */
  chosen: { as: 'ending' | 'lasting'; id: string } | null
}

/** Who takes part in a deed, when and by which document; its consequences are worked out while it is filled in. */
export function DeedForm(props: Props) {
  return (
    <AntdFrame>
      <TheForm {...props} />
    </AntdFrame>
  )
}

function TheForm({ type, deed, chosen }: Props) {
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const perform = useAct(server.deeds.perform.call)
  const [form] = Form.useForm<FormValues>()
  const draft = `${me.id}.${type.id}.deed.${deed.kind}.${chosen?.id ?? ''}`
  const [start] = useState(() => startOfDeed(deed, asOf, chosen))
  const [kept] = useState(() => readDraft(draft))
  const [restored, setRestored] = useState(kept !== null)
  const [values, setValues] = useState<FormValues>(kept?.values ?? start)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const latest = useRef(values)
  const preview = usePreview(type, deed, values, perform.isPending || perform.isSuccess)

  const keep = (next: FormValues) => {
    latest.current = next
    setValues(next)
    const personal = type.header.filter(isMasked).map((field) => `.header.${field.key}`)
    const names = Object.keys(next).filter((name) => personal.some((end) => name.endsWith(end)))
    keepDraft(draft, { version: null, values: next }, new Set(names))
  }
  const put = (some: FormValues) => {
    form.setFieldsValue(some)
    keep({ ...latest.current, ...some })
  }
  const leave = () =>
    void (chosen
      ? navigate({ to: '/records/$type/$id', params: { type: type.id, id: chosen.id } })
      : navigate({ to: '/records/$type', params: { type: type.id } }))

  const submit = async (overrides: readonly Override[] = []) => {
    if (busy) return
    try {
      await form.validateFields()
    } catch {
      return
    }
    const input = deedInput(type, deed, latest.current)
    if (!input || !preview.ready || (!preview.clear && overrides.length === 0)) return
    setBusy(true)
    setProblem(null)
    try {
      const content = { ...input, overrides: [...overrides] }
      const written = await perform.mutateAsync({ ...content, idempotencyKey: keyFor(content) })
      forgetDraft(draft)
      announce(formWords.saved)
      await navigate({
        to: '/records/$type/deeds/$deed',
        params: { type: type.id, deed: written.deed },
        search: {},
      })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  useFormKeys({ save: () => void submit(), leave })

  const refused = problem ?? preview.error
  useEffect(() => {
    if (!refused) return
    const { details, words: said } = problemOf(refused)
    const name = nameOfField(type, deed, latest.current, { key: details['field'], value: details['value'] })
    if (name) form.setFields([{ name, errors: [say(said)] }])
  }, [refused, form, type, deed, say])

  const parts = deedParts.flatMap((name) => (deed[name] ? [{ name, part: deed[name] }] : []))
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      className="write-form deed-form"
      initialValues={values}
      onValuesChange={(changed) => {
        setProblem(null)
        keep({ ...latest.current, ...(changed as FormValues) })
      }}
      onFinish={() => void submit()}
      scrollToFirstError={{ focus: true, block: 'center' }}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required ? null : <span className="help">{say(formWords.optional)}</span>}
        </>
      )}
    >
      {restored ? (
        <div className="note past row">
          {say(formWords.restored)}
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              forgetDraft(draft)
              form.resetFields()
              form.setFieldsValue(start)
              latest.current = start
              setValues(start)
              setRestored(false)
            }}
          >
            {say(formWords.discard)}
          </button>
        </div>
      ) : null}
      <section className="section" aria-labelledby="when">
        <h2 id="when">{say(words.when)}</h2>
        <p className="help">{say(words.help)}</p>
        <div className="deed-fields">
          <Form.Item
            name="onDate"
            label={say(formWords.onDate)}
            extra={say(formWords.onDateHelp)}
            required
            rules={[{ required: true, message: say(formWords.choose(say(formWords.onDate))) }]}
          >
            <DayPicker label={say(formWords.onDate)} />
          </Form.Item>
          <Form.Item
            name="documentNo"
            label={say(formWords.documentNo)}
            extra={say(formWords.documentNoHelp)}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="reason" label={say(formWords.reason)}>
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        </div>
      </section>
      {parts.map(({ name, part }) => (
        <DeedPartFields
          key={name}
          type={type}
          deed={deed}
          name={name}
          part={part}
          values={values}
          onPut={put}
          onAdd={(which: PartName) => keep(withRow(latest.current, which))}
          onRemove={(which: PartName, row) => keep(withoutRow(latest.current, which, row))}
        />
      ))}
      <DeedConsequences
        type={type}
        deed={deed}
        values={values}
        preview={preview}
        onPut={put}
        onOverride={(overrides) => void submit(overrides)}
      />
      {refused ? (
        <DeedProblem
          error={refused}
          type={type}
          values={values}
          onPut={(some) => {
            setProblem(null)
            put(some)
          }}
          onRemove={(part, row) => {
            setProblem(null)
            keep(withoutRow(latest.current, part, row))
          }}
          onOverride={(overrides) => void submit(overrides)}
        />
      ) : null}
      <div className="row deed-buttons">
        <button type="submit" className="main-button" disabled={busy || !preview.ready || !preview.clear}>
          {say(busy ? formWords.saving : formWords.save)}
        </button>
        <button type="button" className="button" onClick={leave}>
          {say(formWords.cancel)}
        </button>
        <span className="help" role="status">
          <Waiting preview={preview} />
        </span>
      </div>
    </Form>
  )
}
