import type { Database } from '../../cloud/platform/database'

/** The database until so many of its statements and transactions were begun; after that nothing comes through. */
export function cutAfter(sql: Database, uses: number): Database {
  let left = uses
  return cutOnce(sql, () => --left < 0)
}

/** The database until something is so; after that nothing comes through. */
export function cutOnce(sql: Database, isCut: () => boolean): Database {
  const use = () => {
    if (isCut()) throw new Error('power cut')
  }
  return new Proxy(sql, {
    apply: (target, self, given) => {
      use()
      return Reflect.apply(target as never, self, given) as unknown
    },
    get: (target, name) => {
      use()
      return Reflect.get(target, name) as unknown
    },
  })
}
