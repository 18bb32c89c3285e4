import { expect, test } from 'vitest'
import { newerCss } from './newer-css.ts'

test.each([
  ['a:has(b) { color: red }', [':has(b)']],
  ['a:where(b):is(c):not(d, e)::before { inset: 0; gap: 1px }', []],
  ['@container (min-width: 1px) { a { color: red } }', ['@container']],
  ['a { b { color: red } }', ['nested rule']],
  ['a { & b { color: red } }', ['&', 'nested rule']],
  ['@media print { a { color: red } }', []],
  ['@layer base { a { aspect-ratio: 1 } }', []],
  ['@media (width >= 10px) { a { color: red } }', ['@media range']],
  ['@media (min-width: 10px) and (prefers-reduced-motion: reduce) { a { color: red } }', []],
  ['@media (update: fast) { a { color: red } }', ['@media (update)']],
  ['@property --x { syntax: "*"; inherits: false }', []],
  ['@scope (a) { b { color: red } }', ['@scope']],
  ['@starting-style { a { opacity: 0 } }', ['@starting-style']],
  ['a { color: color-mix(in srgb, red, blue); background: oklch(50% 0 0) }', ['color-mix()', 'oklch()']],
  [
    'a { color: rgba(0, 0, 0, 0.5); background: linear-gradient(red, blue); width: min(1px, calc(1px + 2px)) }',
    [],
  ],
  ['a { --x: color-mix(in srgb, red, blue) }', ['color-mix()']],
  ['a { height: 100dvh; width: 10cqw; line-height: 1lh; top: 1rem; left: 1vh }', ['1cqw', '1dvh', '1lh']],
  ['a { translate: 1px; rotate: 1deg }', ['rotate', 'translate']],
  ['a { transform: translate(1px) rotate(1deg) }', []],
  ['a { text-wrap: balance }', ['text-wrap', 'text-wrap: balance']],
  ['a { grid-template-columns: subgrid }', ['grid-template-columns: subgrid']],
  ['a { display: grid; overflow: clip; accent-color: red }', []],
  ['dialog:modal::backdrop { color: red } a:focus-visible { color: red }', [':modal']],
])('%s', (source, newer) => {
  expect(newerCss(source)).toEqual(newer)
})
