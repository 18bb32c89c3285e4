const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
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

/** The name of a tag without its prefix. */
export function localName(tag: string): string {
  const end = tag.search(/[\s/]/)
  const whole = end < 0 ? tag : tag.slice(0, end)
  return whole.slice(whole.indexOf(':') + 1)
}
