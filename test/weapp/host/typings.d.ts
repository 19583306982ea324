declare module 'miniprogram-compiler' {
  /** JavaScript whose last statement returns the function from a template's path to what draws it. */
  export function wxmlToJs(root: string, options: { maxBuffer: number }): string
}
