import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** Stands for the SDK's own, which would read a validator of JSON Schema at every start; the same one, from the package, at the first form. */
export class DefaultJsonSchemaValidator {
  #real = null;

  getValidator(schema) {
    this.#real ??= new (load('@modelcontextprotocol/server/validators/ajv').AjvJsonSchemaValidator)();
    return this.#real.getValidator(schema);
  }
}

export { default as process } from 'node:process';
