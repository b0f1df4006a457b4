/** Class names of a CSS module. That each name exists, and is used, is checked by `styles.test.ts`. */
declare module '*.module.css' {
  const classes: { readonly [name: string]: string };
  export default classes;
}
declare module '*.css' {}
