import fc from 'fast-check';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { atPath, dropJson, readJson, setJson } from '../../../src/adapters/clients/json-edits.ts';

const SETTINGS = `{
    // my theme
    "theme": "dark", /* really */
    "mcpServers": {
        "other": { "command": "x" }, // keep this
    },
    "list": [1, 2]
}
`;

describe('setJson', () => {
  it('adds an entry in the manner of the file and changes nothing else', () => {
    expect(setJson(SETTINGS, ['mcpServers', 'hone'], { command: 'hone' })).toBe(`{
    // my theme
    "theme": "dark", /* really */
    "mcpServers": {
        "other": { "command": "x" }, // keep this
        "hone": {
            "command": "hone"
        },
    },
    "list": [1, 2]
}
`);
  });

  it('puts the missing comma before a comment, makes what is missing on the way, keeps a file of one line so', () => {
    expect(setJson('{\n  "a": 1 // one\n}\n', ['b', 'c'], true)).toBe(
      '{\n  "a": 1, // one\n  "b": {\n    "c": true\n  }\n}\n',
    );
    expect(setJson('{"a":1}', ['b', 'c'], [])).toBe('{"a":1,"b": {"c":[]}}');
    expect(setJson('{}\n', ['a'], 1)).toBe('{"a": 1}\n');
    expect(setJson('{\r\n\t"a": {}\r\n}\r\n', ['a', 'b'], 1)).toBe('{\r\n\t"a": {\r\n\t\t"b": 1\r\n\t}\r\n}\r\n');
  });

  it('replaces a value in its place and appends to a list', () => {
    expect(setJson(SETTINGS, ['theme'], 'light')).toBe(SETTINGS.replace('"dark"', '"light"'));
    expect(setJson('{\n  "a": [\n    1\n  ]\n}\n', ['a', 1], 2)).toBe('{\n  "a": [\n    1,\n    2\n  ]\n}\n');
  });
});

/** JSON with comments, in any layout. */
const layouts = fc
  .record({
    value: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/u), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1, maxKeys: 4 }),
    indent: fc.constantFrom('', '  ', '\t', '    '),
    eol: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
    comments: fc.boolean(),
  })
  .map(({ value, indent, eol, end, comments }) => {
    const lines = JSON.stringify(value, null, indent).split('\n');
    const marked =
      comments && lines.length > 1 ? lines.map((line, i) => (i % 2 ? `${line} // note, ${i}` : line)) : lines;
    return { value, text: `${marked.join(eol)}${end}` };
  });

describe('setJson and dropJson', () => {
  it('give back the very text, wherever something was added', () => {
    fc.assert(
      fc.property(layouts, fc.jsonValue({ maxDepth: 2 }), ({ value, text }, added) => {
        const grown = setJson(text, ['hone!'], added);
        expect(parse(grown)).toEqual({ ...(parse(text) as object), 'hone!': JSON.parse(JSON.stringify(added)) });
        expect(dropJson(grown, ['hone!'])).toBe(text);
        const [first = ''] = Object.keys(value);
        const { [first]: _, ...rest } = parse(grown) as Record<string, unknown>;
        expect(parse(dropJson(grown, [first]))).toEqual(rest);
      }),
    );
  });

  it('take away what they leave empty', () => {
    expect(dropJson(setJson(SETTINGS, ['hooks', 'Stop'], [1]), ['hooks', 'Stop', 0])).toBe(SETTINGS);
    expect(dropJson('{\n  "a": {\n    "b": 1\n  }\n}\n', ['a', 'b'])).toBe('{}\n');
  });
});

describe('readJson', () => {
  it('reads what the client reads, and names the line of what it does not', () => {
    expect(readJson('{"a": 1}', { loose: false })).toEqual({ a: 1 });
    expect(readJson('{"a": 1, /* b */ }', { loose: true })).toEqual({ a: 1 });
    expect(() => readJson('{\n  "a": 1,\n}', { loose: false })).toThrow('line 3');
    for (const text of ['[]', 'null', '"x"', '', '{ broken']) {
      expect(() => readJson(text, { loose: true }), text).toThrow(/^it /u);
    }
    expect(() => atPath({ a: [] }, ['a', 'b'])).toThrow('`a` is not an object');
  });
});
