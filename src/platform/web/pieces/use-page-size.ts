import { useEffect } from 'react'

export type Paper = 'A4 portrait' | 'A4 landscape' | 'A3 landscape'

/** The paper on which this page prints. A constructed style sheet, because the security policy allows no inline one. */
export function usePageSize(paper: Paper): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`@page { size: ${paper}; margin: 14mm }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [paper])
}
