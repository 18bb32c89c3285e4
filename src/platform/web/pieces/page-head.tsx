import { type ReactNode, useEffect } from 'react'
import { useSay } from '../language/use-say.ts'
import { shellWords } from '../shell/words.ts'
import { PrintHeader } from './print-header.tsx'
import { type Paper, usePageSize } from './use-page-size.ts'
import { pieceWords } from './words.ts'

/** The head of a page: its title, a line on what it shows, what can be done here; and the header of its print. */
export function PageHead(props: {
  title: string
  line?: ReactNode
  paper: Paper
  children?: ReactNode
  onPrint?: () => void
  /** What the page shows is of no place or date. */
  undated?: boolean
  /** What is printed carries a title of its own. */
  ownTitle?: boolean
}) {
  const say = useSay()
  const { title, line, paper, children, onPrint, undated = false, ownTitle = false } = props
  usePageSize(paper)
  const product = say(shellWords.product)
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
  return (
    <>
      <PrintHeader undated={undated} />
      <header className={ownTitle ? 'page-head screen-only' : 'page-head'}>
        <div>
          <h1>{title}</h1>
          {line ? <p>{line}</p> : null}
        </div>
        <div className="row screen-only">
          {children}
          <button type="button" className="button" onClick={onPrint ?? (() => print())}>
            {say(pieceWords.print)}
          </button>
        </div>
      </header>
    </>
  )
}
