import { useSay } from '../../../../platform/web/language/use-say.ts'
import { taskType } from '../../records.ts'
import type { RequestView } from '../../request-schema.ts'
import { taskActWords } from '../../rules/requests/task-life.ts'
import { taskRoles, taskStages } from '../../terms.ts'
import { ActPanel } from './act-panel.tsx'
import { DueWords } from './due-words.tsx'
import type { OpenAct } from './open-act.ts'
import { requestWords as words } from './words.ts'

/** A department's part: who holds it, when it is due, and what may be done next. */
export function PartSection(props: {
  part: RequestView['parts'][number]
  writes: boolean
  open: OpenAct
  setOpen: (open: OpenAct) => void
  closing: (open: OpenAct) => () => void
}) {
  const say = useSay()
  const { part, writes, open, setOpen, closing } = props
  const clocks = [
    [words.answerBy, part.clock],
    [words.objectBy, part.objection],
    [words.settleBy, part.settlement],
  ] as const
  return (
    <article className="request-part" aria-label={part.department.name}>
      <h3>
        {part.department.name} <span className="tag">{say(taskRoles[part.role])}</span>{' '}
        <span className={part.clock?.outcome === 'running' ? 'tag accent' : 'tag'}>
          {say(taskStages[part.stage])}
        </span>
      </h3>
      <p>
        {say(words.holder)} {part.holder?.name ?? say(words.noHolder)}
      </p>
      {part.stage === 'returned'
        ? null
        : clocks.map(([label, clock]) =>
            clock ? (
              <p key={label.zh}>
                {say(label)} <DueWords clock={clock} />
              </p>
            ) : null,
          )}
      {writes && part.next.length > 0 ? (
        <p className="request-acts screen-only" role="group" aria-label={say(words.next)}>
          {part.next.map((act) => (
            <button
              key={act}
              type="button"
              className="button"
              aria-label={say(words.doFor(taskActWords[act], part.department.name))}
              aria-pressed={open?.id === part.id && open.act === act}
              onClick={() => setOpen({ id: part.id, act })}
            >
              {say(taskActWords[act])}
            </button>
          ))}
        </p>
      ) : null}
      {open?.id === part.id ? (
        <ActPanel key={open.act} type={taskType} id={part.id} act={open.act} done={closing(open)} />
      ) : null}
    </article>
  )
}
