const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const blank = 0x20
const stroke = 0x2f
const colon = 0x3a
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export type XmlTag = { readonly local: string; readonly attributes: Readonly<Record<string, string>> }

/** Name and attributes of an opening tag whose UTF-8 bytes came as Latin-1. */
export function parseTag(latin: string): XmlTag {
  const tag = Buffer.from(latin, 'latin1').toString('utf8')
  const name = /^[^\s/]+/.exec(tag)?.[0] ?? ''
  const found = [...tag.slice(name.length).matchAll(attribute)]
  const attributes = found.map(([, key = '', double, single]) => [key, unescape(double ?? single ?? '')])
  return { local: name.slice(name.indexOf(':') + 1), attributes: Object.fromEntries(attributes) }
}

/** The characters that an entity stands for; a document type, which could name more, is refused before. */
export function unescape(value: string): string {
  return value.replace(/&(#x?[0-9a-f]{1,6}|\w{2,4});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return named[code] ?? whole
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1))
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

/** The name of a tag without its prefix. Asked for every tag of a sheet: no pattern is tried. */
export function localName(tag: string): string {
  let from = 0
  let to = 0
  for (; to < tag.length; to += 1) {
    const code = tag.charCodeAt(to)
    if (code <= blank || code === stroke) break
    if (code === colon) from = to + 1
  }
  return from === 0 && to === tag.length ? tag : tag.slice(from, to)
}
