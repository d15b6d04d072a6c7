import { joined } from '../../../system/language';

describe('two language files in one', () => {
  const form = { save: 'Save', cancel: 'Cancel' };
  const page = { title: 'Orders', cancel: 'Cancel the order' };

  test('have the texts of both; the second one counts', () => {
    expect(joined(form, page)).toEqual({ save: 'Save', title: 'Orders', cancel: 'Cancel the order' });
    expect(joined(page, form)).toEqual({ save: 'Save', title: 'Orders', cancel: 'Cancel' });
  });

  test('are made once, and nobody changes them for others', () => {
    expect(joined(form, page)).toBe(joined(form, page));
    expect(() => Object.assign(joined(form, page), { save: 'Keep' })).toThrow(TypeError);
  });
});
