/** WeChat draws its own prompt. */
export const MessagePrompt = () => null
