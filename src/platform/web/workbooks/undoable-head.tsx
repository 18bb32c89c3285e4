import { type ComponentProps, useState } from 'react'
import type { Text } from '../../text.ts'
import { useSay } from '../language/use-say.ts'
import { useMoment } from '../moment/use-moment.ts'
import { PageHead } from '../pieces/page-head.tsx'
import { UndoForm } from './undo-form.tsx'

type Undoing = Pick<ComponentProps<typeof UndoForm>, 'name' | 'preview' | 'perform'>

/** The head of the page of something done as one, and beneath it, when it is asked for, its undoing as one. */
export function UndoableHead(
  props: Undoing & {
    title: string
    line: string
    mayUndo: boolean
    words: { readonly undo: Text; readonly undoTitle: Text; readonly undoLine: Text }
  },
) {
  const say = useSay()
  const { knownAt } = useMoment()
  const [undoing, setUndoing] = useState(false)
  const { title, line, mayUndo, words, name, preview, perform } = props
  return (
    <>
      <PageHead title={title} line={line} paper="A4 portrait">
        {mayUndo && knownAt === undefined && !undoing ? (
          <button type="button" className="button" onClick={() => setUndoing(true)}>
            {say(words.undo)}
          </button>
        ) : null}
      </PageHead>
      {undoing ? (
        <section className="section" aria-labelledby="undo">
          <h2 id="undo">{say(words.undoTitle)}</h2>
          <p className="help">{say(words.undoLine)}</p>
          <UndoForm name={name} preview={preview} perform={perform} leave={() => setUndoing(false)} />
        </section>
      ) : null}
    </>
  )
}
