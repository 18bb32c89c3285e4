import { type DestinationStream, type LogFn, type Logger, pino } from 'pino'

/** Names of fields that never reach the log, at the top and one or two levels down. */
const secret = ['password', 'current', 'next', 'token', 'secret', 'cookie', 'setCookie', 'authorization']
const personal = [
  'name',
  'contact_name',
  'contact_phone',
  'phone',
  'idNumber',
  'address',
  'find',
  'values',
  'sets',
  'header',
]
const hidden = [...secret, ...personal].flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** The application's log: one JSON line an event, without secrets or personal values. */
export function createLog(destination?: DestinationStream, level = 'info'): Logger {
  const options = {
    level,
    redact: { paths: [...hidden, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '[hidden]' },
    serializers: { err: loggedError },
    // Else the message of an error, unfiltered, becomes the line's own.
    errorKey: 'unnamed',
    hooks: {
      logMethod(this: Logger, args: Parameters<LogFn>, method: LogFn) {
        const [first, ...rest] = args as [unknown, ...unknown[]]
        method.apply(this, (first instanceof Error ? [{ err: first }, ...rest] : args) as Parameters<LogFn>)
      },
    },
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination ? pino(options, destination) : pino(options)
}

/** What a procedure writes its events to. */
export type EventLog = { readonly [Level in 'info' | 'warn' | 'error']: (event: object) => void }

/** Adds who asks to each event. Most requests write none, so nothing is prepared: a child logger would serialise it for each. */
export function logOf(account: string, log: EventLog): EventLog {
  return {
    info: (event) => log.info({ account, ...event }),
    warn: (event) => log.warn({ account, ...event }),
    error: (event) => log.error({ account, ...event }),
  }
}

/** A database's message, detail and query may repeat what a person typed; its code and place do not. */
function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .map((line) => line.trim())
  const { code, schema, table, column, constraint, routine } = error as Error & Record<string, unknown>
  const fromDatabase = 'severity' in error
  const cause = error.cause === undefined ? {} : { cause: loggedError(error.cause) }
  return {
    kind: error.name,
    ...(!fromDatabase && { message: error.message }),
    code,
    schema,
    table,
    column,
    constraint,
    routine,
    frames,
    ...cause,
  }
}
