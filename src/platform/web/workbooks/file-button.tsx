import { useMutation } from '@tanstack/react-query'
import type { Language, Text } from '../../text.ts'
import { useLanguage, useSay } from '../language/use-say.ts'
import { ProblemNote } from '../pieces/problem-note.tsx'
import { downloadFile } from './download-file.ts'

type Props = {
  label: Text
  /** While the file is made. */
  busy: Text
  title?: Text
  className?: string
  file: (language: Language) => Promise<File>
}

/** Has a file made in the language of the page and hands it to the browser; says why where it cannot be had. */
export function FileButton({ label, busy, title, className = 'button', file }: Props) {
  const say = useSay()
  const language = useLanguage()
  const making = useMutation({ mutationFn: async () => downloadFile(await file(language)) })
  return (
    <>
      <button
        type="button"
        className={className}
        title={title && say(title)}
        disabled={making.isPending}
        onClick={() => making.mutate()}
      >
        {say(making.isPending ? busy : label)}
      </button>
      {making.error ? <ProblemNote error={making.error} /> : null}
    </>
  )
}
