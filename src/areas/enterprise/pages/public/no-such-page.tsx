import { useSay } from '../../../../platform/web/language/use-say.ts'
import { pageWords as words } from './page-words.ts'
import { useTitle } from './use-title.ts'

export function NoSuchPage() {
  const say = useSay()
  useTitle(words.notFound)
  return (
    <>
      <h1>{say(words.notFound)}</h1>
      <p>{say(words.notFoundHelp)}</p>
      <ul>
        <li>
          <a href="/">{say(words.form)}</a>
        </li>
        <li>
          <a href="/look">{say(words.look)}</a>
        </li>
      </ul>
    </>
  )
}
