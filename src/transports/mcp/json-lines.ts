import { Transform, type TransformCallback } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** Far longer than any call that could be right; what is read of a longer line is not kept. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Lets lines of JSON through, whole; says of each other line that it is none. Holds at most one line of 4 M characters. */
export class JsonLines extends Transform {
  readonly #reportBad: () => void;
  readonly #decoder = new StringDecoder('utf8');
  #line = '';
  #tooLong = false;

  constructor(reportBad: () => void) {
    super();
    this.#reportBad = reportBad;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const [first = '', ...more] = this.#decoder.write(chunk).split('\n');
    this.#add(first);
    for (const part of more) {
      this.endLine();
      this.#add(part);
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.endLine();
    done();
  }

  #add(part: string): void {
    this.#tooLong ||= this.#line.length + part.length > LONGEST_LINE;
    this.#line = this.#tooLong ? '' : this.#line + part;
  }

  /** Takes what came so far for a whole line: after it comes nothing more. */
  endLine(): void {
    const [line, tooLong] = [this.#line.trim(), this.#tooLong];
    this.#line = '';
    this.#tooLong = false;
    if (tooLong || (line !== '' && !isJson(line))) this.#reportBad();
    else if (line !== '') this.push(`${line}\n`);
  }
}

const isJson = (line: string): boolean => {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
};
