import { describe, expect, it } from 'vitest';
import { checkShape } from '../../../src/tools/validate/check-shape.ts';

const nested = (levels: number): object => {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? { in: value } : { in: [value] };
  return value;
};

describe('the shape of an input', () => {
  it('is a plain object, with or without a prototype', () => {
    expect(checkShape({ a: [1, { b: null }] })).toEqual({ a: [1, { b: null }] });
    expect(checkShape(Object.assign(Object.create(null), { a: 1 }))).toMatchObject({ a: 1 });
    expect(() => checkShape({ at: new Date(0) })).toThrow('not JSON');
    expect(() => checkShape(new Map())).toThrow('not an object');
  });

  it('is at most 20 levels deep, however deep the rest goes', () => {
    expect(() => checkShape(nested(12))).not.toThrow();
    expect(() => checkShape(nested(16))).toThrow('nested too deeply');
    expect(() => checkShape(nested(100_000))).toThrow('nested too deeply');
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(() => checkShape(circle)).toThrow('nested too deeply');
  });

  it('holds at most 1,000 values, counted before they are copied', () => {
    expect(() => checkShape({ a: Array.from({ length: 999 }, () => 1) })).not.toThrow();
    expect(() => checkShape({ a: Array.from({ length: 1_000 }, () => 1) })).toThrow('too many values');
    expect(() => checkShape({ a: new Array(4_294_967_295) })).toThrow('too many values');
    const keys = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`k${index}`, 1]));
    expect(() => checkShape(keys)).toThrow('too many values');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('never has the key %s, at any depth', (key) => {
    expect(() => checkShape(JSON.parse(`{"${key}": 1}`))).toThrow('reserved key');
    expect(() => checkShape(JSON.parse(`{"a": [{"b": {"${key}": {}}}]}`))).toThrow('reserved key');
  });
});
