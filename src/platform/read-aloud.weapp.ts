/** WeChat gives a Mini Program no voice of its own, only a plugin that sends the words to another server: there the phone's screen reader reads. */
export const canReadAloud = (): boolean => false

/** Never called: there is no button where nothing can read. */
export function readAloud(_words: string): void {}
