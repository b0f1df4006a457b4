/**
 * Stands in for TypeBox in the browser. Screens take name, method and path from a contract; the server validates.
 * So the schema builder, 29 KB of it, stays out of every page. Every builder gives an empty schema.
 */
const builder: unknown = new Proxy({}, { get: () => () => ({}) });

export default builder;
