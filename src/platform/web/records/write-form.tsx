import { Form, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { isMasked } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DayPicker } from '../pieces/day-picker.tsx'
import { problemOf } from '../rpc/problem.ts'
import { forgetDraft, keepDraft, readDraft } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import { noPersonalNumber, rulesOf } from './field-rules.ts'
import type { FormField } from './form-field.ts'
import { dayIn, fieldName, type FormValues } from './form-input.ts'
import { useFormKeys } from './form-keys.ts'
import { formWords as words } from './form-words.ts'
import { helpOfField } from './help-of-field.ts'
import { MaskedInput } from './masked-input.tsx'
import type { Override } from './override.ts'
import { WriteProblem } from './write-problem.tsx'
import './form.css'

/** What a form asks and how it is sent. */
export type WriteFormProps = {
  /** Names the draft. */
  draft: string
  fields: readonly FormField[]
  start: FormValues
  /** The version of the record that the form was opened on; null for a new record. */
  version: string | null
  asksDay: boolean
  /** A correction needs a reason; an event may go without. */
  correction: boolean
  /** Shown instead of the fields, where the form only takes a reason. */
  before?: ReactNode
  /** Sends the form; answers with what is still wrong, or null when it was written. */
  send: (values: FormValues, version: string | null, overrides: readonly Override[]) => Promise<Text | null>
  leave: () => void
  /** Asks for the record as it is now, when someone else changed it. */
  current?: () => Promise<{ version: string; values: FormValues }>
}

/** The form of an act: labels above, help below, errors beneath; its text survives a reload. */
export function WriteForm(props: WriteFormProps) {
  return (
    <AntdFrame>
      <TheForm {...props} />
    </AntdFrame>
  )
}

function TheForm(props: WriteFormProps) {
  const say = useSay()
  const { draft, fields, start, correction, asksDay, send, leave } = props
  const [form] = Form.useForm<FormValues>()
  const [kept] = useState(() => readDraft(draft))
  const [restored, setRestored] = useState(kept !== null)
  const [version, setVersion] = useState(kept ? kept.version : props.version)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [wrong, setWrong] = useState<Text | null>(null)
  const [values, setValues] = useState<FormValues>({ ...start, ...kept?.values })
  const personal = new Set(
    fields.filter(({ field }) => isMasked(field)).map(({ place, field }) => fieldName(place, field)),
  )
  const day = dayIn(values)

  const submit = async (overrides: readonly Override[] = [], seen = version) => {
    if (busy) return
    try {
      await form.validateFields()
    } catch {
      return
    }
    setBusy(true)
    setProblem(null)
    try {
      const still = await send({ ...start, ...form.getFieldsValue(true) }, seen, overrides)
      setWrong(still)
      if (!still) forgetDraft(draft)
    } catch (error) {
      setProblem(error)
      const field = problemOf(error).details['field']
      const asked = fields.find((candidate) => candidate.field.key === field)
      const name = asked ? fieldName(asked.place, asked.field) : asksDay && field === 'onDate' ? field : null
      if (name) form.setFields([{ name, errors: [say(problemOf(error).words)] }])
    } finally {
      setBusy(false)
    }
  }
  const drop = () => {
    forgetDraft(draft)
    leave()
  }
  useFormKeys({ save: () => void submit(), leave })

  useEffect(() => {
    document.querySelector('.ant-form-item-has-error')?.scrollIntoView({ block: 'center' })
  }, [problem])

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      className="section write-form"
      initialValues={values}
      onValuesChange={(_, all) => {
        const next = { ...values, ...all }
        setValues(next)
        keepDraft(draft, { version, values: next }, personal)
      }}
      onFinish={() => void submit()}
      scrollToFirstError={{ focus: true, block: 'center' }}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required ? null : <span className="help">{say(words.optional)}</span>}
        </>
      )}
    >
      {restored ? (
        <div className="note past row">
          {say(words.restored)}
          <button
            type="button"
            className="plain-button"
            onClick={() => {
              forgetDraft(draft)
              form.setFieldsValue(start)
              setValues(start)
              setVersion(props.version)
              setRestored(false)
            }}
          >
            {say(words.discard)}
          </button>
        </div>
      ) : null}
      {props.before}
      {asksDay ? (
        <Form.Item
          name="onDate"
          label={say(words.onDate)}
          extra={say(words.onDateHelp)}
          required
          rules={[{ required: true, message: say(words.choose(say(words.onDate))) }]}
        >
          <DayPicker label={say(words.onDate)} />
        </Form.Item>
      ) : null}
      {fields.map(({ place, field }) => (
        <Form.Item
          key={fieldName(place, field)}
          name={fieldName(place, field)}
          label={say(field.label)}
          extra={helpOfField(field, say)}
          required={field.required}
          rules={rulesOf(field, field.required, say)}
        >
          {isMasked(field) ? <MaskedInput field={field} on={day} /> : <FieldInput field={field} on={day} />}
        </Form.Item>
      ))}
      {asksDay ? (
        <Form.Item name="documentNo" label={say(words.documentNo)} extra={say(words.documentNoHelp)}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      ) : null}
      <Form.Item
        name="reason"
        label={say(correction ? words.correctionReason : words.reason)}
        extra={correction ? say(words.correctionReasonHelp) : null}
        required={correction}
        rules={[
          noPersonalNumber(say),
          ...(correction
            ? [{ required: true, whitespace: true, min: 2, message: say(words.reasonShort) }]
            : []),
        ]}
      >
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
      {wrong ? (
        <p className="note problem" role="alert">
          {say(wrong)}
        </p>
      ) : null}
      {problem ? (
        <WriteProblem
          error={problem}
          fields={fields}
          mine={values}
          {...(props.current ? { current: props.current } : {})}
          onOverride={(overrides) => void submit(overrides)}
          onNewer={(newer) => {
            setVersion(newer)
            void submit([], newer)
          }}
          onDrop={drop}
        />
      ) : null}
      <div className="row">
        <button type="submit" className="main-button" disabled={busy}>
          {say(busy ? words.saving : words.save)}
        </button>
        <button type="button" className="button" onClick={leave}>
          {say(words.cancel)}
        </button>
      </div>
    </Form>
  )
}
