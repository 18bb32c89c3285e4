import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

/** A button that opens a panel beneath it; Esc and a click elsewhere close it. The panel's content is made when it opens. */
export function Disclosure(props: {
  label: ReactNode
  /** Said instead of the content of the button, where that alone does not say what it opens. */
  name?: string
  className?: string
  end?: boolean
  children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!open) return
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [open])

  return (
    <div ref={box} className={props.end ? 'disclosure end' : 'disclosure'}>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'button'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={props.name}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open ? (
        <div id={id} className="disclosure-panel">
          {props.children(() => setOpen(false))}
        </div>
      ) : null}
    </div>
  )
}
