import pino, { type Logger } from 'pino'

export type Log = Logger

/**
 * Structured log without personal data: operations, ids and durations only. Bodies, tokens, phone numbers and openids are never
 * handed to it; the redaction below is the second line of defence.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        '*.phone',
        '*.openid',
        '*.token',
        '*.password',
        '*.sessionToken',
        'req.headers',
        '*.access_token',
        '*.secret',
      ],
      censor: '…',
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  })
}
