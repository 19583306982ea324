import type { QueryResult } from 'pg'
import { Sql as Fragment, raw } from 'sql-template-tag'

/** Rows as a statement gives them, with how many it read or wrote. */
export type Rows<T extends readonly object[]> = T & { readonly count: number }

/** Carries one statement to PostgreSQL. `name` asks for a prepared statement. */
export type Send = (query: { text: string; values: unknown[]; name?: string }) => Promise<QueryResult>

/**
 * A piece of SQL that runs when it is awaited, or becomes a part of another statement when it stands in its template. Values always
 * travel beside the text, never in it.
 */
export class Statement<T extends readonly object[]> extends Fragment implements PromiseLike<Rows<T>> {
  readonly #send: Send
  #sent: Promise<Rows<T>> | undefined

  constructor(send: Send, strings: readonly string[], values: readonly unknown[]) {
    super(strings, values)
    this.#send = send
  }

  /** The rows. Awaiting twice runs it once. */
  // biome-ignore lint/suspicious/noThenProperty: a statement is awaited like a promise, and only then sent
  then<Done = Rows<T>, Failed = never>(
    done?: ((rows: Rows<T>) => Done | PromiseLike<Done>) | null,
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    this.#sent ??= this.#run()
    return this.#sent.then(done, failed)
  }

  catch<Failed>(failed: (error: unknown) => Failed | PromiseLike<Failed>): Promise<Rows<T> | Failed> {
    return this.then(undefined, failed)
  }

  async #run(): Promise<Rows<T>> {
    const missing = this.values.indexOf(undefined)
    if (missing >= 0) throw new TypeError(`value ${missing + 1} of this statement is undefined: ${this.text}`)
    const { rows, rowCount } = await this.#send({ text: this.text, values: this.values, name: nameOf(this.text) })
    return counted<T>(rows, rowCount)
  }
}

/** Where a statement may run: the pool, or a transaction. */
export interface Sql {
  <T extends readonly object[] = Record<string, unknown>[]>(
    strings: TemplateStringsArray,
    ...values: readonly unknown[]
  ): Statement<T>
  /** Runs text that is not a template: scripts of several statements, and names that only code knows. */
  unsafe<T extends readonly object[] = Record<string, unknown>[]>(
    text: string,
    values?: readonly unknown[],
  ): Promise<Rows<T>>
}

/** The tag that makes statements for one connection, or for whichever connection of a pool is free. */
export function tagged(send: Send): Sql {
  const tag = <T extends readonly object[]>(strings: TemplateStringsArray, ...values: readonly unknown[]) =>
    new Statement<T>(send, strings, values)
  return Object.assign(tag, {
    unsafe: async <T extends readonly object[]>(text: string, values: readonly unknown[] = []) => {
      const result = await send({ text, values: [...values] })
      // Several statements in one text give several results; the last one speaks for them.
      const { rows, rowCount } = Array.isArray(result) ? (result.at(-1) as QueryResult) : result
      return counted<T>(rows, rowCount)
    },
  })
}

/** Not enumerable: rows with a count still equal the same rows without. */
const counted = <T extends readonly object[]>(rows: readonly object[], count: number | null): Rows<T> =>
  Object.defineProperty(rows as unknown as Rows<T>, 'count', { value: count ?? 0 })

/** `(a, b) values ($1, $2)` of a row, for `insert into t ${inserted(row)}`. */
export function inserted(row: Readonly<Record<string, unknown>>): Fragment {
  const columns = Object.keys(row)
  const strings = [`(${columns.map(quoted).join(', ')}) values (`, ...columns.slice(1).map(() => ', '), ')']
  return new Fragment(strings, Object.values(row))
}

/** `a = $1, b = $2` of a row, for `update t set ${assigned(row)}`. */
export function assigned(row: Readonly<Record<string, unknown>>): Fragment {
  const strings = Object.keys(row).map((column, n) => `${n === 0 ? '' : ', '}${quoted(column)} = `)
  return new Fragment([...strings, ''], Object.values(row))
}

/** An identifier for SQL text. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Text that code knows to be SQL (a table's or a column's name) inside a template. */
export const verbatim = raw

// A statement's text is one of a few hundred; PostgreSQL plans each once a connection. Should somebody build texts without end,
// the rest go unprepared instead of filling its memory.
const names = new Map<string, string>()
const mostNames = 1000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostNames) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}
