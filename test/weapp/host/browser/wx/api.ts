/** How every function of `wx` answers: through callbacks, a moment later, with `errMsg`. */

export interface Callbacks {
  success?: (result: { errMsg: string }) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: { errMsg: string }) => void
}

/**
 * Makes a function of `wx` of what it does. `work` gives the fields of the answer, if it has any, or a promise of them; what it throws is
 * the failure, its message the words after `name:fail`. Called without a callback it gives a promise, as WeChat does since 2.10.2: Taro
 * leaves functions that it does not know, like `chooseMedia`, to that.
 */
export function api<O = object>(name: string, work: (options: O) => unknown) {
  return (options: O & Callbacks = {} as O & Callbacks) => {
    const answered = Promise.resolve()
      .then(() => work(options))
      .then(
        (result) => ({ ...(result as object | undefined), errMsg: `${name}:ok` }),
        (error: Error) => Promise.reject({ errMsg: `${name}:fail ${error.message}` }),
      )
    if (!options.success && !options.fail && !options.complete) return answered
    answered.then(
      (answer) => {
        options.success?.(answer)
        options.complete?.(answer)
      },
      (failure: { errMsg: string }) => {
        options.fail?.(failure)
        options.complete?.(failure)
      },
    )
    return undefined
  }
}
