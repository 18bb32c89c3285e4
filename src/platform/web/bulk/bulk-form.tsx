import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { fieldsOfAct, type RecordAct, type RecordType } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { announce } from '../pieces/announcement.ts'
import { AntdFrame } from '../pieces/antd-frame.tsx'
import { DayPicker } from '../pieces/day-picker.tsx'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { forgetDraft, keepDraft, readDraft } from '../records/draft.ts'
import { FieldInput } from '../records/field-input.tsx'
import { dayIn, fieldName, type FormValues, textIn } from '../records/form-input.ts'
import { useFormKeys } from '../records/form-keys.ts'
import { formWords } from '../records/form-words.ts'
import type { Override } from '../records/override.ts'
import { server } from '../rpc/server.ts'
import { useAct } from '../rpc/use-act.ts'
import { useIdempotencyKey } from '../rpc/use-idempotency-key.ts'
import { useMe } from '../session/me.ts'
import { BulkConsequences } from './bulk-consequences.tsx'
import { useBulkPreview } from './use-bulk-preview.ts'
import type { Selection } from './use-selection.ts'
import { bulkWords as words } from './words.ts'

type Props = {
  type: RecordType
  act: RecordAct
  selection: Selection
  onSelect: (next: Selection) => void
}

/** The day, the document and the values that are the same for all; what it would do is worked out while it is filled in. */
export function BulkForm(props: Props) {
  return (
    <AntdFrame>
      <TheForm {...props} />
    </AntdFrame>
  )
}

function TheForm({ type, act, selection, onSelect }: Props) {
  const say = useSay()
  const me = useMe()
  const { asOf } = useMoment()
  const navigate = useNavigate()
  const keyFor = useIdempotencyKey()
  const perform = useAct(server.bulk.perform.call)
  const [form] = Form.useForm<FormValues>()
  const draft = `${me.id}.${type.id}.bulk.${act.kind}`
  const [values, setValues] = useState<FormValues>(
    () => readDraft(draft)?.values ?? { onDate: asOf, documentNo: null, reason: null },
  )
  const fields = fieldsOfAct(type, act)
  const input = inputOf(type, act, values, selection)
  const preview = useBulkPreview(input, perform.isPending || perform.isSuccess)
  const clear = preview.ready && preview.data?.refused.length === 0
  const leave = () => void navigate({ to: '/records/$type', params: { type: type.id } })

  const submit = async (overrides: readonly Override[] = []) => {
    if (perform.isPending || !input || !preview.ready || (!clear && overrides.length === 0)) return
    const content = {
      ...input,
      documentNo: textIn(values, 'documentNo'),
      reason: textIn(values, 'reason'),
      overrides: [...overrides],
    }
    perform.mutate(
      { ...content, idempotencyKey: keyFor(content) },
      {
        onSuccess: ({ change, count }) => {
          forgetDraft(draft)
          announce(words.done(count))
          onSelect(new Map())
          void navigate({ to: '/records/$type/bulk/$change', params: { type: type.id, change } })
        },
      },
    )
  }
  useFormKeys({ save: () => void submit(), leave })

  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      className="write-form deed-form"
      initialValues={values}
      onValuesChange={(changed) => {
        perform.reset()
        const next = { ...values, ...(changed as FormValues) }
        setValues(next)
        keepDraft(draft, { version: null, values: next }, new Set())
      }}
      onFinish={() => void submit()}
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required ? null : <span className="help">{say(formWords.optional)}</span>}
        </>
      )}
    >
      <section className="section" aria-labelledby="same">
        <h2 id="same">{say(words.same)}</h2>
        {act.help ? <p className="help">{say(act.help)}</p> : null}
        {act.sets.length > 1 ? <p className="help">{say(words.keeps)}</p> : null}
        <div className="deed-fields">
          <Form.Item name="onDate" label={say(formWords.onDate)} extra={say(formWords.onDateHelp)} required>
            <DayPicker label={say(formWords.onDate)} />
          </Form.Item>
          {fields.map((field) => (
            <Form.Item
              key={field.key}
              name={fieldName('sets', field)}
              label={say(field.label)}
              required={act.sets.length === 1 && act.sets[0] === field.key}
            >
              <FieldInput field={{ ...field, required: false }} on={dayIn(values)} />
            </Form.Item>
          ))}
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
      <BulkConsequences
        type={type}
        act={act}
        selection={selection}
        asOf={input?.onDate}
        asked={input !== undefined}
        preview={preview}
        onSelect={onSelect}
        onOverride={(overrides) => void submit(overrides)}
      />
      {perform.error || preview.error ? <ProblemNote error={perform.error ?? preview.error} /> : null}
      <div className="row deed-buttons">
        <button type="submit" className="main-button" disabled={perform.isPending || !clear}>
          {say(perform.isPending ? formWords.saving : words.perform(selection.size))}
        </button>
        <button type="button" className="button" onClick={leave}>
          {say(formWords.cancel)}
        </button>
        <span className="help" role="status">
          {!input
            ? say(words.incomplete)
            : !preview.ready && !preview.error
              ? say(words.working)
              : preview.data && !clear
                ? say(words.blocked)
                : null}
        </span>
      </div>
    </Form>
  )
}

/** What the form asks for; undefined while it says nothing yet. */
function inputOf(type: RecordType, act: RecordAct, values: FormValues, selection: Selection) {
  const onDate = dayIn(values)
  const given = fieldsOfAct(type, act).flatMap((field) => {
    const value = textIn(values, fieldName('sets', field))
    return value === null ? [] : [[field.key, value] as const]
  })
  const says = act.sets.length === 0 || given.some(([key]) => act.sets.includes(key))
  if (!onDate || !says) return undefined
  return {
    type: type.id,
    act: act.kind,
    onDate,
    sets: Object.fromEntries(given),
    records: [...selection].map(([id, { version }]) => ({ id, version })),
  }
}
