import { type Text, text } from '../../platform/text.ts'

const files: Readonly<Record<string, Text>> = {
  ENOENT: text('没有这个文件或文件夹', 'there is no such file or folder'),
  ENOTDIR: text('路径中有一段不是文件夹', 'a part of the path is no folder'),
  EISDIR: text('这是文件夹，不是文件', 'it is a folder, not a file'),
  EACCES: text('没有权限', 'it is not permitted'),
  EPERM: text('没有权限', 'it is not permitted'),
  EROFS: text('磁盘只读', 'the disk is read-only'),
  ENOSPC: text('磁盘已满', 'the disk is full'),
}

/** What the operating system refused of a file or address that a person named, in words; null for anything else. */
export function systemErrorWords(error: unknown): Text | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const { code, path, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number }
  const reason = files[String(code)]
  // A folder that was opened as a file is refused without its name.
  if (reason) return text(`${path ?? '文件'}：${reason.zh}。`, `${path ?? 'File'}: ${reason.en}.`)
  if (code === 'EADDRINUSE' && port !== undefined)
    return text(
      `${address}:${port} 已被其他程序占用。请用 XIAOMA_PORT 另选端口，或先停止那个程序。`,
      `${address}:${port} is in use by another program. Choose another port with XIAOMA_PORT, or stop that program.`,
    )
  return null
}
