import { useSay } from '../../../../platform/web/language/use-say.ts'
import { formWords as words } from './form-words.ts'
import type { OfficeForm } from './office-form.ts'
import { pageWords } from './page-words.ts'

/** Said before name and telephone are given (PIPL art. 17): without it nothing is sent. */
export function Notice({ form }: { form: OfficeForm }) {
  const say = useSay()
  if (form.state === 'failed')
    return (
      <div className="note problem" role="alert">
        <p>{say(words.noticeMissing)}</p>
        <p>{say(form.problem.words)}</p>
        <button type="button" className="button" onClick={form.again}>
          {say(pageWords.again)}
        </button>
      </div>
    )
  return (
    <section className="public-notice" aria-labelledby="notice">
      <h2 id="notice">{say(words.notice)}</h2>
      <p>{form.state === 'there' ? say(form.notice) : null}</p>
    </section>
  )
}
