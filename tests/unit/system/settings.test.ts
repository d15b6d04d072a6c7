import { parsePosted, type Field } from '../../../system/settings';

const place = { tab: 'general', label: 'label' };
const status = (optional: boolean): Field => ({ kind: 'status', key: 'status', default: 0, optional, ...place });
const posted = (field: Field, value: unknown) => {
  const { values, errors } = parsePosted([field], { [field.key]: value });
  return [values[field.key], errors[field.key] ?? null];
};

test('an order status is an id; nothing chosen is 0 where that may be', () => {
  expect(posted(status(true), '7')).toEqual([7, null]);
  expect(posted(status(true), '0')).toEqual([0, null]);
  expect(posted(status(true), undefined)).toEqual([0, null]);
  expect(posted(status(false), '0')).toEqual([0, 'error_status']);
  expect(posted(status(false), '')).toEqual([0, 'error_status']);
});

test.each(['1.5', '1e1', '-3', 'abc', '1234567890'])(
  '%s is no order status, and is not taken for "leave unchanged"',
  (typed) => {
    expect(posted(status(true), typed)).toEqual([0, 'error_status']);
    expect(posted(status(false), typed)).toEqual([0, 'error_status']);
  },
);

test('a whole number keeps its bounds, and what is none comes back as it was typed', () => {
  const field: Field = { kind: 'whole', key: 'days', default: 30, min: 1, max: 90, ...place };
  expect(posted(field, ' 90 ')).toEqual([90, null]);
  expect(posted(field, '91')).toEqual([91, 'error_whole']);
  expect(posted(field, 'many')).toEqual(['many', 'error_whole']);
});
