/** How every function of `wx` answers: through callbacks, a moment later, with `errMsg`. */

export interface Callbacks {
  success?: (result: { errMsg: string }) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: { errMsg: string }) => void
}

/**
 * Makes a function of `wx` of what it does. `work` gives the fields of the answer, if it has any, or a promise of them; what it throws is
 * the failure, its message the words after `name:fail`.
 */
export function api<O = object>(name: string, work: (options: O) => unknown) {
  return (options: O & Callbacks = {} as O & Callbacks) => {
    Promise.resolve()
      .then(() => work(options))
      .then(
        (result) => {
          const answer = { ...(result as object | undefined), errMsg: `${name}:ok` }
          options.success?.(answer)
          options.complete?.(answer)
        },
        (error: Error) => {
          const answer = { errMsg: `${name}:fail ${error.message}` }
          options.fail?.(answer)
          options.complete?.(answer)
        },
      )
  }
}
