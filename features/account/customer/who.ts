/** To whom the code goes: a mail address, or a number in E.164. */
export type Who = { readonly email: string } | { readonly phone: string };
