import { Link } from '@tanstack/react-router'
import { useSay } from '../language/use-say.ts'
import { shellWords } from './words.ts'

export function NotFoundPage() {
  const say = useSay()
  return (
    <main className="single">
      <h1>{say(shellWords.notFound)}</h1>
      <p>{say(shellWords.notFoundHelp)}</p>
      <p>
        <Link to="/">{say(shellWords.home)}</Link>
      </p>
    </main>
  )
}
