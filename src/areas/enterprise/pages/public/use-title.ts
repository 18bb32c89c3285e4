import { useEffect } from 'react'
import { useSay } from '../../../../platform/web/language/use-say.ts'
import type { Text } from '../../../../platform/text.ts'

/** What the browser calls the page. */
export function useTitle(words: Text): void {
  const title = useSay()(words)
  useEffect(() => {
    document.title = title
  }, [title])
}
