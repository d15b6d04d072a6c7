import { GatewayError } from '../../../extension/payment_link/gateway';
import { reasonOf } from '../../../system/errors';
import { readReason } from '../../../system/reason';

const unreached = new GatewayError('unavailable', 'FakePay could not be reached.', {
  technical: 'connect ECONNREFUSED',
});

test('what is kept of a failure is a sentence for people, with its technical cause apart', () => {
  expect(readReason(reasonOf(unreached))).toEqual({
    sentence: 'FakePay could not be reached.',
    cause: 'connect ECONNREFUSED',
  });
  expect(readReason(reasonOf(new Error('Invalid amount')))).toEqual({ sentence: 'Invalid amount', cause: null });
});

test('a remedy below it stays with the sentence', () => {
  const kept = `${reasonOf(unreached)}\nTry later.`;
  expect(readReason(kept)).toEqual({
    sentence: 'FakePay could not be reached.\nTry later.',
    cause: 'connect ECONNREFUSED',
  });
});

test('what was stored in one line is read alike', () => {
  expect(readReason('MultiSafepay could not be reached: connect ECONNREFUSED 127.0.0.1:1 (ECONNREFUSED)')).toEqual({
    sentence: 'MultiSafepay could not be reached.',
    cause: 'connect ECONNREFUSED 127.0.0.1:1 (ECONNREFUSED)',
  });
});
