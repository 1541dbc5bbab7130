import { describe, expect, it } from 'vitest';
import { readDomains } from './domains';

describe('domains', () => {
    it('are read however they were typed, each once', () => {
        expect(readDomains(' Example.com, @example.org;\nexample.com ')).toEqual(['example.com', 'example.org']);
        expect(readDomains(' ,\n')).toEqual([]);
    });
});
